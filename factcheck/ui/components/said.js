export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "said", data)) return;
  root.replaceChildren();
  const list = el("ol", "said");
  for (const made of data.said) {
    const node = el("li");
    const figures = el("div", "figures num");
    for (const figure of made.figures) {
      const one = add(el("span", "figure"), el("b", "", figure.written));
      if (figure.read) add(one, el("span", "muted", "  " + figure.read));
      add(figures, one);
    }
    const open = el("button", "link", "Open in its article");
    open.onclick = () => setTriggerValue("open", made.claim);
    const cap = add(el("div", "cap"), el("span", "", made.named + "  ·  " + made.where + "  "), open);
    if (made.demonstration) add(cap, demo());
    add(list, add(node, el("div", "when num", made.when), add(el("div"), el("div", "words", made.text), made.figures.length ? figures : null, cap)));
  }
  add(root, list);
}
