// What a search found: parts, each a list of hits. Moving from hit to hit is done here, without the server; what is
// decided carries the two ids that were drawn with it.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const kept = remembered(root);
  const cards = () => [...root.querySelectorAll(".hit")].filter((node) => node.offsetParent !== null);
  const pick = (node, { scroll = true } = {}) => {
    if (!node) return;
    for (const other of root.querySelectorAll(".hit")) {
      other.classList.toggle("on", other === node);
      other.tabIndex = other === node ? 0 : -1;
    }
    kept.set("picked", node.dataset.id);
    node.focus({ preventScroll: true });
    if (scroll) node.scrollIntoView({ block: "nearest" });
  };
  if (!same(root, "found", data)) {
    root.replaceChildren();
    for (const part of data.parts) add(root, drawnPart(root, part, data, setTriggerValue, pick));
    const all = [...root.querySelectorAll(".hit")];
    const before = all.find((node) => node.dataset.id === kept.get("picked"));
    const first = before ?? all[0];
    if (first) { first.classList.add("on"); first.tabIndex = 0; kept.set("picked", first.dataset.id); }
    if (before && kept.get("acted")) before.focus({ preventScroll: true });
    kept.delete("acted");
  }
  const current = () => cards().find((node) => node.classList.contains("on"));
  const button = (name) => current()?.querySelector(`[data-act="${name}"]`);
  // What was imported has no article here: its source is what can be opened.
  const press = (name) => (button(name) ?? (name === "open" ? button("source") : null))?.click();
  const doc = root.ownerDocument;
  const box = () => doc.querySelector("input[aria-label='Search all claims']");
  const typing = (node) => node && (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable);
  const acts = { s: "same", n: "not", b: "beside", w: "source", enter: "open" };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || doc.querySelector("[role=dialog]")) return;
    const at = event.composedPath()[0], key = event.key.toLowerCase();
    if (at === box() && event.key === "ArrowDown") { event.preventDefault(); return pick(cards()[0]); }
    if (typing(at)) return;
    const stop = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.key === "/" && box()) { stop(); box().focus(); return box().select(); }
    const list = cards(), here = list.indexOf(current());
    if (key === "j") { stop(); return pick(list[Math.min(list.length - 1, here + 1)]); }
    if (key === "k") { stop(); return pick(list[Math.max(0, here - 1)]); }
    if (key === "enter" && at?.tagName !== "BODY" && !at?.classList?.contains("hit")) return;
    if (key === "u" && !event.repeat) { stop(); kept.set("acted", true); return setTriggerValue("undo", "last"); }
    if (acts[key] && list.length && !event.repeat) { stop(); press(acts[key]); }
  };
  doc.addEventListener("keydown", onKey, true);
  return () => doc.removeEventListener("keydown", onKey, true);
}
const drawnPart = (root, part, data, trigger, pick) => {
  const node = part.name === "far" ? unfold(root, "far", `${part.hits.length} less alike`, "part") : el("section", "part");
  if (part.head && part.name !== "far") add(node, add(el("h2", part.name, part.head), el("span", "muted num", `  ${part.hits.length}`)));
  for (const made of part.hits) add(node, card(root, made, data, trigger, pick));
  return node;
};
const pieces = (made) => {
  const node = el("div", "words");
  for (const piece of made) {
    if (!piece.kind) { add(node, document.createTextNode(piece.text)); continue; }
    const mark = el("mark", piece.kind === "words" ? "slight" : "", piece.text);
    mark.title = `differs: ${piece.kind}`;
    add(node, mark);
  }
  return node;
};
const card = (root, made, data, trigger, pick) => {
  const node = el("section", `hit ${made.relation ? made.relation.tone : "plain"}`);
  node.dataset.id = made.id;
  node.tabIndex = -1;
  node.setAttribute("aria-label", made.told);
  node.onclick = (event) => event.target.closest("a,button,summary") || pick(node, { scroll: false });
  const top = el("div", "top");
  if (made.relation) add(top, chip(made.relation));
  if (made.named) add(top, el("b", "named", made.named));
  if (made.verdict) {
    const verdict = add(el("span", "verdict"), el("span", "muted", "Their verdict: "), el("b", "", made.verdict));
    verdict.title = "What others decided then; offered, never applied by itself";
    add(top, verdict);
  }
  if (made.decision) add(top, decisionChip(made.decision));
  if (made.demonstration) add(top, demo());
  if (top.childNodes.length) add(node, top);
  if (made.ours) {
    const both = el("div", "both");
    add(both, add(el("div", "mine"), el("div", "cap", made.by), pieces(made.ours)));
    add(both, add(el("div"), pieces(made.theirs), el("div", "cap", made.who)));
    add(node, both);
  } else add(node, pieces(made.theirs), el("div", "cap", made.who));
  if (made.relation) add(node, el("div", "reason", made.relation.reason));
  if (made.group) {
    const group = el("div", "group", made.group);
    for (const line of made.in_group) add(group, el("span", "muted", "  " + line));
    add(node, group);
  }
  if (made.warning) add(node, add(el("div", "warning"), el("b", "", "! "), document.createTextNode(made.warning + (made.decision ? "" : " To call them the same stands over that, and is shown with this warning."))));
  const more = el("div", "more");
  if (made.matched) add(more, el("div", "muted", "Found in the check’s text: “" + made.matched + "”"));
  const found = el("div", "muted why", `Found for ${made.why || "its words"}; likeness ${made.score} of 1.`);
  found.title = made.parts;
  add(more, found);
  const acts = el("div", "acts");
  const act = (label, key, name, does, cls) => {
    const button = el("button", cls || "act", label);
    button.dataset.act = name;
    add(button, el("kbd", "", key));
    button.onclick = () => { remembered(root).set("acted", true); does(); };
    add(acts, button);
  };
  if (made.pair) {
    act("Same claim", "S", "same", () => trigger("pair", `same_claim ${made.pair}`));
    act("Not the same", "N", "not", () => trigger("pair", `not_same_claim ${made.pair}`));
  } else {
    for (const name of ["same", "not"]) {
      const hidden = el("button", "hidden");
      hidden.dataset.act = name;
      hidden.tabIndex = -1;
      hidden.setAttribute("aria-hidden", "true");
      hidden.onclick = () => trigger("alone", made.id);
      add(acts, hidden);
    }
  }
  act("Set the others beside it", "B", "beside", () => trigger("beside", made.id), "link");
  if (made.open) act("Open in its article", "↵", "open", () => trigger("open", made.open), "link");
  if (made.url) {
    const source = outside(made.url, "Source");
    source.dataset.act = "source";
    if (source.tagName === "A") add(source, el("kbd", "", "W"));
    add(acts, source);
  }
  return add(node, add(more, acts));
};
