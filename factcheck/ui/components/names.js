// Names: a list of voices, or the names of one voice with what can be done about each.
export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "names", data)) return;
  root.replaceChildren();
  const list = el("ul", "names");
  for (const made of data.names) {
    const node = el("li");
    const what = add(el("div"), named({ who: made.name, voice: made.name }, setTriggerValue));
    if (made.note) add(what, el("span", "muted", "  " + made.note));
    add(node, what);
    const acts = el("span", "acts");
    for (const [label, trigger, value] of made.acts) {
      const button = el("button", "link", label);
      button.setAttribute("aria-label", `${label}: ${made.name}`);
      button.onclick = () => setTriggerValue(trigger, value);
      add(acts, button);
    }
    if (made.count) add(acts, el("span", "muted num", made.count));
    add(list, add(node, acts));
  }
  add(root, list);
}
