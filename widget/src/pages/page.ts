/** The full page for the phone: hands what its address says to the chat. */
const chat = document.querySelector("mainforte-chat");
const asked = new URLSearchParams(location.search);
for (const name of ["entry", "language"]) {
  const value = asked.get(name);
  if (value) chat?.setAttribute(name, value);
}

export {};
