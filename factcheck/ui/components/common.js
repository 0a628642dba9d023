// Shared by every component. All text of a source is set by textContent: it can't become markup.
const el = (tag, cls, text) => {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined && text !== null) node.textContent = String(text);
  return node;
};
const add = (parent, ...nodes) => {
  for (const node of nodes) if (node) parent.appendChild(node);
  return parent;
};
const chip = (made, extra) => {
  const node = el("span", `chip ${made.tone || "plain"} ${extra || ""}`);
  const glyph = add(node, el("span", "glyph", made.glyph)).firstChild;
  glyph.setAttribute("aria-hidden", "true");
  if (made.short) node.setAttribute("aria-label", made.label);
  else add(node, el("span", "", made.label));
  const told = made.help || made.reason;
  if (told) node.title = made.short ? `${made.label}: ${told}` : told;
  return node;
};
const decisionChip = (made) => {
  const node = chip({ ...made, tone: made.stale ? "unsure" : "done" }, made.stale ? "stale" : "");
  node.dataset.decided = made.label;
  return node;
};
const outside = (url, label) => {
  const node = el("a", "source", label);
  if (!/^https?:\/\//i.test(url)) return el("span", "", label);
  node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  add(node, el("span", "arrow", "\u00a0↗"));
  return node;
};
// A name that leads to all that was said under it; plain text where there is no such page.
const named = (made, trigger) => {
  if (!made.voice) return el("b", "", made.who);
  const node = el("button", "name", made.who);
  node.title = "All that was said by, or for, this name";
  node.onclick = (event) => { event.stopPropagation(); trigger("voice", made.voice); };
  return node;
};
const demo = () => el("span", "demo", "DEMONSTRATION");
const rootOf = (component) => component.parentElement.querySelector(".root");
// What a person opened or scrolled stays as they left it when the same data is drawn again.
const remembered = (root) => (root.__kept ??= new Map());
const unfold = (root, key, label, cls) => {
  const kept = remembered(root);
  const node = el("details", cls || "");
  node.open = kept.get(key) ?? false;
  node.addEventListener("toggle", () => kept.set(key, node.open));
  add(node, el("summary", "", label));
  return node;
};
const same = (root, name, value) => {
  const text = JSON.stringify(value);
  const kept = remembered(root);
  if (kept.get(name) === text) return true;
  kept.set(name, text);
  return false;
};
