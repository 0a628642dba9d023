export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (!same(root, "hits", { ...data, picked: null })) {
    root.replaceChildren();
    const shown = data.hits.slice(0, data.show), rest = data.hits.slice(data.show);
    for (const made of shown) add(root, card(root, made, data.pair, setTriggerValue));
    if (rest.length) {
      const fold = unfold(root, "rest:" + (data.claim || ""), `${rest.length} more, less alike`, "rest");
      for (const made of rest) add(fold, card(root, made, data.pair, setTriggerValue));
      add(root, fold);
    }
    if (data.note) add(root, el("p", "searched", data.note));
  }
  for (const node of root.querySelectorAll(".hit")) node.classList.toggle("on", node.dataset.id === data.picked);
}
const pieces = (made) => {
  const node = el("div", "words");
  for (const piece of made) add(node, piece.kind ? mark(piece) : document.createTextNode(piece.text));
  return node;
};
const mark = (piece) => {
  const node = el("mark", piece.kind === "words" ? "slight" : "", piece.text);
  node.title = `differs: ${piece.kind}`;
  return node;
};
const card = (root, made, pair, trigger) => {
  const node = el("section", `hit ${made.relation.tone}`);
  node.dataset.id = made.id;
  if (pair) {
    node.onclick = (event) => {
      if (event.target.closest("a,button")) return;
      for (const other of root.querySelectorAll(".hit")) other.classList.toggle("on", other === node);
      trigger("hit", made.id);
    };
  }
  const top = add(el("div", "top"), chip(made.relation));
  if (made.verdict) {
    const v = add(el("span", "verdict"), el("span", "muted", "Their verdict: "), el("b", "", made.verdict));
    v.title = "What others decided then; offered, never applied by itself";
    add(top, v);
  }
  if (made.decision) add(top, decisionChip(made.decision));
  if (made.demonstration) add(top, demo());
  add(node, top);
  if (made.ours) {
    const both = el("div", "both");
    add(both, add(el("div"), el("div", "cap", "This claim"), pieces(made.ours)));
    add(both, add(el("div"), el("div", "cap", made.who || "Earlier"), pieces(made.theirs)));
    add(node, both);
  } else add(node, add(el("div", "one"), pieces(made.theirs), el("div", "cap", made.who)));
  if (made.matched) add(node, el("div", "matched", "Found in the check’s text: “" + made.matched + "”"));
  const foot = add(el("div", "foot"), el("span", "", made.relation.reason));
  add(node, foot);
  const acts = el("div", "acts");
  const score = el("span", "muted num", `likeness ${made.score}`);
  score.title = made.parts;
  add(acts, score);
  if (made.open) {
    const open = el("button", "link", "Open in its article");
    open.onclick = () => trigger("open", made.open);
    add(acts, open);
  }
  if (made.url) add(acts, outside(made.url, "Source"));
  add(node, acts);
  return node;
};
