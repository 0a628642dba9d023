export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "events", data)) return;
  root.replaceChildren();
  const list = el("ol", "events");
  for (const made of data.events) {
    const node = el("li", made.undone ? "undone" : "");
    add(node, add(el("span", "glyph"), document.createTextNode(made.glyph)));
    const what = add(el("div", "what"), add(el("div"), el("b", "", made.label), made.undone ? el("span", "muted", "  taken back") : null));
    add(what, el("div", "about", made.about));
    if (made.detail) add(what, el("div", "muted", made.detail));
    for (const source of made.evidence) {
      const line = el("div", "evidence");
      if (source.url) add(line, outside(source.url, source.url));
      if (source.quotation) add(line, el("q", "", source.quotation));
      add(what, line);
    }
    add(node, what, add(el("div", "by"), el("div", "", made.person), el("div", "muted num", made.when)));
    const acts = el("div", "acts");
    const open = el("button", "link", "Open");
    open.onclick = () => (made.claim ? setTriggerValue("open", made.claim) : setTriggerValue("voice", made.voice));
    if (made.claim || made.voice) add(acts, open);
    if (made.can_undo) {
      const undo = el("button", "link", "Undo");
      undo.onclick = () => setTriggerValue("undo", made.id);
      add(acts, undo);
    }
    add(list, add(node, acts));
  }
  add(root, list);
}
