export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "pairs", data)) return;
  const focused = root.getRootNode().activeElement?.dataset?.focus;
  root.replaceChildren();
  for (const made of data.pairs) add(root, pair(root, made, data.reasons, setTriggerValue));
  if (focused) [...root.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === focused)?.focus();
}
const pair = (root, made, reasons, trigger) => {
  const node = el("section", `pair ${made.relation.tone}`);
  node.dataset.pair = made.pair;
  node.setAttribute("aria-label", `${made.relation.label}: ${made.relation.reason}`);
  const top = add(el("div", "top"), chip(made.relation), el("span", "why", made.relation.reason));
  if (made.decision) add(top, decisionChip(made.decision));
  if (made.demonstration) add(top, demo());
  add(node, top);
  const both = el("div", "both");
  for (const side of [made.a, made.b]) {
    const who = add(el("div", "who"), named(side, trigger));
    if (side.body) add(who, el("span", "muted", "  for " + side.body));
    const open = el("button", "link", "Open in its article");
    open.onclick = () => trigger("open", side.id);
    const cap = add(el("div", "cap"), el("span", "", side.where + "  "), open);
    add(both, add(el("div"), who, quoted(side), cap));
  }
  add(node, both);
  if (made.copies) add(node, el("p", "muted copies", `${made.copies === 1 ? "One more pair prints" : made.copies + " more pairs print"} the same two statements; counted once.`));
  const acts = el("div", "acts");
  const button = (label, name, value, cls) => {
    const made_ = el("button", cls || "act", label);
    made_.dataset.focus = `${made.pair} ${label}`;
    made_.onclick = () => trigger(name, value);
    return made_;
  };
  if (made.event) add(acts, button("Take back", "undo", made.event));
  else {
    add(acts, button("Confirm", "settle", `flag ${made.pair}`, "act first"), button("Superseded", "settle", `superseded ${made.pair}`));
    const why = el("select", "act");
    why.setAttribute("aria-label", "Dismiss, because");
    why.dataset.focus = `${made.pair} dismiss`;
    add(why, el("option", "", "Dismiss, because…"));
    for (const [key, label] of reasons) add(why, el("option", "", label)).lastChild.value = key;
    why.onchange = () => why.selectedIndex && trigger("settle", `dismissed ${made.pair} ${why.value}`);
    add(acts, why);
  }
  const ask = unfold(root, `ask ${made.pair}`, "A question for the press office", "ask");
  const text = el("p", "question", made.question);
  const copy = el("button", "act", "Copy");
  copy.onclick = () => copied(made.question, text, copy);
  add(ask, text, copy);
  return add(node, add(acts, ask));
};
const quoted = (side) => {
  const words = el("div", "words");
  const at = side.figure ? side.text.indexOf(side.figure) : -1;
  if (at < 0) { words.textContent = side.text; return words; }
  return add(words, document.createTextNode(side.text.slice(0, at)), el("b", "num", side.figure), document.createTextNode(side.text.slice(at + side.figure.length)));
};
// Without leave to write the clipboard, the text is selected, so that Ctrl+C takes it.
const copied = (text, node, button) => {
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const chosen = document.getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    button.textContent = "Selected: press Ctrl+C";
  };
  if (!navigator.clipboard) return select();
  navigator.clipboard.writeText(text).then(() => (button.textContent = "Copied"), select);
};
