export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "pairs", data)) return;
  root.replaceChildren();
  for (const made of data.pairs) {
    const node = el("section", `pair ${made.relation.tone}`);
    const top = add(el("div", "top"), chip(made.relation), el("span", "why", made.relation.reason));
    if (made.decision) add(top, decisionChip(made.decision));
    if (made.demonstration) add(top, demo());
    add(node, top);
    const both = el("div", "both");
    for (const side of [made.a, made.b]) {
      const box = add(el("div"), el("div", "who", side.who), el("div", "words", side.text));
      const open = el("button", "link", "Open in its article");
      open.onclick = () => setTriggerValue("open", side.id);
      add(both, add(box, add(el("div", "cap"), el("span", "", side.where + "  "), open)));
    }
    add(root, add(node, both));
  }
}
