// Talking to the API and to the person: one way to ask, one line that says what was done.

const words = JSON.parse(document.getElementById("texts").textContent);
const token = document.querySelector('meta[name="sijill-token"]').content;

const plurals = new Intl.PluralRules(document.documentElement.lang);

/** A text of the interface with its parts filled in, `{number:event}` with the noun; the key itself where there is none. */
export function text(key, parts = {}) {
  return (words[key] ?? key).replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name, noun) => {
    const value = parts[name] ?? whole;
    return noun && typeof value === "number" ? words[`count.${noun}.${plurals.select(value)}`].replace("{n}", value) : value;
  });
}

/** The name of a value of a kind, as `Words.name` gives it in templates. */
export function named(kind, value) {
  return value == null ? words.unknown : words[`${kind}.${value}`] ?? String(value).replaceAll("_", " ");
}

/** What an error's code means, as `Words.fault` gives it in templates. */
export function fault(code) {
  return words[`fault.${code}`] ?? words[`fault.${code.slice(0, 2)}00`] ?? words.fault;
}

/** What an answer that is no success says, in one line: what its error means, then the program's own words. */
export function problem(error, status) {
  // the program's words are kept apart: neither language turns the other's words round
  return error ? `${fault(error.code)} (\u2068${[error.what, error.next_step].filter(Boolean).join(". ")}\u2069)` : `${status}`;
}

/** What the API answers; throws an Error that says what went wrong. */
export async function ask(path, { method = "GET", json, form } = {}) {
  const headers = { Accept: "application/json" };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (token) headers["X-Sijill-Token"] = token;
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: json === undefined ? form : JSON.stringify(json) });
  } catch {
    throw new Error(text("said.offline"));
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Error(problem(body?.error, answer.status));
  }
  return body;
}

/** An element with attributes, properties and children; text is never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

let hiding;

/** Say what was done, with a button that undoes it. */
export function say(line, { undo, trouble = false } = {}) {
  const place = document.getElementById("said");
  const parts = [element("span", { dir: "auto" }, line)];
  if (undo) {
    const button = element("button", { type: "button" }, text("do.undo"), " ", element("kbd", {}, "u"));
    button.addEventListener("click", undo);
    parts.push(button);
  }
  place.replaceChildren(element("div", { class: trouble ? "toast trouble" : "toast" }, ...parts));
  clearTimeout(hiding);
  hiding = setTimeout(() => place.replaceChildren(), trouble ? 12000 : 7000);
}
