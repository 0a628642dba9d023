// The keys that st.button(shortcut=) does not take: punctuation.
export default function (component) {
  const { data, setTriggerValue } = component;
  const typing = (node) => node && (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable);
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (!data.keys.includes(event.key) || typing(event.composedPath()[0])) return;
    if (document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    setTriggerValue("pressed", event.key);
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
