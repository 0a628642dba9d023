export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const fresh = !same(root, "text", [data.id, data.text, data.title, data.byline, data.url, data.details]);
  const parts = data.parts.map((p) => [p.start, p.end, p.kind]);
  if (fresh || !same(root, "marks", [data.marks, parts])) {
    const at = fresh ? 0 : root.querySelector(".page")?.scrollTop ?? 0;
    root.replaceChildren(page(data, setTriggerValue));
    root.querySelector(".page").scrollTop = at;
    root.onmouseup = () => setTimeout(() => offer(component, root, data.id), 0);
    root.onkeydown = (event) => { if (!event.defaultPrevented && byKeys(component, root, data, event)) event.preventDefault(); };
    root.onkeyup = (event) => { if (event.shiftKey || event.key === "Shift") offer(component, root, data.id); };
    root.onclick = (event) => {
      if (event.composedPath().some((n) => n.classList && n.classList.contains("offer")) || chosen(root)) return;
      const hit = event.composedPath().find((n) => n.dataset && n.dataset.id);
      if (hit) { show(root, hit.dataset.id, false); setTriggerValue("pick", hit.dataset.id); }
    };
  }
  const asked = (data.bring ?? 0) !== (root.__brought ?? 0);
  root.__brought = data.bring ?? 0;
  show(root, data.current, true, asked);
}
const page = (data, trigger) => {
  const sheet = el("article", "page");
  sheet.tabIndex = 0;
  sheet.setAttribute("aria-label", "The article, every claim marked");
  sheet.setAttribute("aria-description", "Left and right arrow choose a word, with Shift more words; Enter adds them as a claim");
  const head = el("header", "head");
  const opens = data.text.trimStart().startsWith(data.title || "\u0000");
  if (data.title && !opens) add(head, el("h2", "", data.title));
  const by = add(el("div", "byline"), data.url ? outside(data.url, data.byline || data.url) : data.byline ? el("span", "", data.byline) : null);
  if (data.demonstration) add(by, demo());
  if (data.details) {
    const button = add(by, el("button", "link", data.details)).lastChild;
    button.title = "Title, outlet, date, address, author (T)";
    button.onclick = (event) => { event.stopPropagation(); trigger("details", data.id); };
  }
  add(sheet, add(head, by));
  // offsets count code points, as Python's do
  const points = Array.from(data.text);
  const cuts = new Set([0, points.length]);
  for (const span of [...data.marks, ...data.parts]) { cuts.add(span.start); cuts.add(span.end); }
  const paragraphs = [];
  for (let i = 0; i < points.length; i++)
    if (points[i] === "\n" && /^\n[ \t]*\n/.test(points.slice(i, i + 40).join(""))) {
      let end = i;
      while (end < points.length && /\s/.test(points[end])) end++;
      paragraphs.push([i, end]);
      cuts.add(i); cuts.add(end);
      i = end - 1;
    }
  const edges = [...cuts].filter((c) => c >= 0 && c <= points.length).sort((a, b) => a - b);
  let holder = el("p"), gap = 0, first = true;
  const close = () => { if (holder.childNodes.length) { if (first && opens) holder.className = "title"; first = false; add(sheet, holder); } holder = el("p"); };
  for (let k = 0; k + 1 < edges.length; k++) {
    const [start, end] = [edges[k], edges[k + 1]];
    while (gap < paragraphs.length && paragraphs[gap][1] <= start) gap++;
    const over = data.marks.filter((m) => m.start <= start && end <= m.end);
    if (gap < paragraphs.length && paragraphs[gap][0] <= start && end <= paragraphs[gap][1]) { close(); continue; }
    const piece = points.slice(start, end).join("");
    const part = data.parts.find((p) => p.start <= start && end <= p.end);
    if (!over.length) { add(holder, el("span", "", piece)).lastChild.dataset.start = start; continue; }
    const inner = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
    const node = el("mark", `${inner.tone}${inner.done ? " decided" : ""}${part ? " part-" + part.kind : ""}`, piece);
    node.dataset.start = start;
    node.dataset.id = inner.id;
    node.dataset.over = over.map((m) => m.id).join(" ");
    node.title = inner.label;
    add(holder, node);
  }
  close();
  return sheet;
};
// ``asked``: the person wants to see the claim, also where they have scrolled away from it.
const show = (root, id, move, asked) => {
  let target = null;
  for (const node of root.querySelectorAll("mark")) {
    const on = node.dataset.over.split(" ").includes(id);
    node.classList.toggle("on", on);
    if (on) { node.setAttribute("aria-current", "true"); target ??= node; } else node.removeAttribute("aria-current");
  }
  const sheet = root.querySelector(".page");
  if (!move || !target || (root.__at === id && !asked)) { root.__at = id; return; }
  root.__at = id;
  const box = target.getBoundingClientRect(), frame = sheet.getBoundingClientRect();
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 80) sheet.scrollTop += box.top - frame.top - frame.height / 3;
};

// What the person selected in the text, as half-open code points; null where nothing is.
const chosen = (root) => {
  const tree = root.getRootNode();
  const made = tree.getSelection ? tree.getSelection() : document.getSelection();
  if (!made || made.isCollapsed || !made.rangeCount || !made.toString().trim()) return null;
  const range = made.getRangeAt(0);
  const at = (node, offset) => {
    const piece = (node.nodeType === 3 ? node.parentElement : node).closest?.("[data-start]");
    if (!piece || !root.contains(piece)) return null;
    const units = node.nodeType === 3 ? offset : offset ? piece.textContent.length : 0;
    return Number(piece.dataset.start) + Array.from(piece.textContent.slice(0, units)).length;
  };
  const [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
  return start === null || end === null || end <= start ? null : { start, end, box: range.getBoundingClientRect() };
};
// The same without a mouse: an arrow chooses the next word, with Shift one more; it begins at the claim that is open.
const byKeys = (component, root, data, event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.composedPath()[0].classList?.contains("page")) return false;
  if (event.key === "Enter") {
    const first = root.querySelector(".offer button");
    first?.click();
    return Boolean(first);
  }
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!way) return false;
  const words = wordsOf(data.text);
  if (!words.length) return false;
  const within = (n) => Math.max(0, Math.min(words.length - 1, n));
  let kept = root.__words;
  if (!kept || !chosen(root)) {
    const open = Number(root.querySelector("mark.on")?.dataset.start ?? 0);
    const first = within(words.findIndex(([, end]) => end > open));
    kept = { from: first, to: first };
  } else {
    kept = { from: kept.from, to: within(kept.to + way) };
    if (!event.shiftKey) kept.from = kept.to;
  }
  root.__words = kept;
  const [a, b] = [Math.min(kept.from, kept.to), Math.max(kept.from, kept.to)];
  const [start, end] = [nodeAt(root, words[a][0], false), nodeAt(root, words[b][1], true)];
  const tree = root.getRootNode();
  (tree.getSelection ? tree.getSelection() : document.getSelection()).setBaseAndExtent(start.node, start.at, end.node, end.at);
  (way < 0 ? start : end).node.parentElement.scrollIntoView({ block: "nearest" });
  offer(component, root, data.id);
  return true;
};
// Every word with its code points, half-open.
const wordsOf = (text) => {
  const found = [];
  let at = 0;
  for (const piece of text.split(/(\s+)/)) {
    const end = at + Array.from(piece).length;
    if (piece.trim()) found.push([at, end]);
    at = end;
  }
  return found;
};
const nodeAt = (root, offset, closing) => {
  let piece = null;
  for (const node of root.querySelectorAll("[data-start]"))
    if (closing ? Number(node.dataset.start) < offset : Number(node.dataset.start) <= offset) piece = node;
  const node = piece.firstChild;
  return { node, at: Array.from(node.data).slice(0, offset - Number(piece.dataset.start)).join("").length };
};
const offer = (component, root, id) => {
  if (component.data.reading) return; // nothing can be added to a text that isn't kept yet
  root.querySelector(".offer")?.remove();
  const made = chosen(root);
  if (!made) return;
  const frame = root.getBoundingClientRect();
  const both = el("div", "offer");
  both.style.top = `${Math.max(0, made.box.bottom - frame.top + 6)}px`;
  both.style.left = `${Math.max(0, Math.min(made.box.left - frame.left, frame.width - 270))}px`;
  for (const [trigger, label] of [["add", "Add as claim"], ["span", "Claim ends here"]]) {
    const button = el("button", trigger, label);
    if (trigger === "span") button.title = "The claim that is open begins and ends with this selection";
    button.onclick = () => {
      both.remove();
      component.setTriggerValue(trigger, `${id}:${made.start}:${made.end}`);
    };
    add(both, button);
  }
  add(root, both);
};
