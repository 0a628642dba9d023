export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const select = (id) => {
    show(root, id);
    setTriggerValue("pick", id);
  };
  if (!same(root, "list", [data.items, data.folded])) {
    const at = root.querySelector(".list")?.scrollTop ?? 0;
    root.replaceChildren();
    const list = el("div", "list");
    add(list, lines("Claims of this article", data.items, select));
    if (data.folded.length) {
      const n = data.folded.length;
      const fold = unfold(root, "folded", `Not checkable: ${n} ${n === 1 ? "opinion or feeling" : "opinions and feelings"}`, "folded");
      add(list, add(fold, lines("Not checkable", data.folded, select)));
    }
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const all = [...list.querySelectorAll(".line")].filter((n) => n.offsetParent);
      const next = all[all.findIndex((n) => n.classList.contains("on")) + step];
      if (next) { next.focus(); select(next.dataset.id); }
      event.preventDefault();
    });
    add(root, list);
    list.scrollTop = at;
  }
  show(root, data.current);
}
const show = (root, id) => {
  for (const node of root.querySelectorAll(".line")) {
    const on = node.dataset.id === id;
    if (on && !node.classList.contains("on")) {
      node.classList.add("on");
      if (node.closest("details")) node.closest("details").open = true;
      const list = root.querySelector(".list");
      const box = node.getBoundingClientRect(), frame = list.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom)
        list.scrollTop += box.top < frame.top ? box.top - frame.top - 40 : box.bottom - frame.bottom + 60;
    }
    node.classList.toggle("on", on);
    node.setAttribute("aria-selected", on ? "true" : "false");
    node.tabIndex = on ? 0 : -1;
  }
};
// A list to choose from holds nothing but its choices; the fold beside it is not one of them.
const lines = (label, items, select) => {
  const made = el("div", "lines");
  made.setAttribute("role", "listbox");
  made.setAttribute("aria-label", label);
  for (const item of items) add(made, line(item, select));
  return made;
};
const line = (item, select) => {
  const node = el("div", `line ${item.tone}`);
  node.dataset.id = item.id;
  node.setAttribute("role", "option");
  node.onclick = () => select(item.id);
  node.onkeydown = (event) => { if (event.key === "Enter") select(item.id); };
  const top = add(el("div", "top"), el("span", "who", item.speaker));
  add(node, top);
  if (item.figure) {
    const fig = add(el("div", "fig num"), el("span", "written", item.figure));
    if (item.read) add(fig, el("span", "read", item.read));
    add(node, fig, el("div", "text one", item.text));
    if (item.when) add(top, el("span", "when", item.when));
  } else add(node, el("div", "text", item.text));
  const tags = el("span", "chips");
  for (const made of item.badges) add(tags, chip(made));
  for (const made of item.decisions) add(tags, decisionChip(made));
  const why = el("span", "why", item.why);
  why.title = item.why;
  add(node, add(el("div", "tags"), tags, why));
  return node;
};
