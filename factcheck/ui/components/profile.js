// The name that was typed, remembered by this browser and by nobody else.
export default function (component) {
  const { cookie, name } = component.data;
  if (name === null || name === undefined) return;
  document.cookie = `${cookie}=${encodeURIComponent(name)}; path=/; max-age=31536000; SameSite=Strict`;
}
