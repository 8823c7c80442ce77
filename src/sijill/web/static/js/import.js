// Importing: files are dropped or chosen, sent, and watched until they are coded and linked.

import { ask, element, fault, named, text } from "./talk.js";

const form = document.getElementById("import");
const input = form.querySelector("#files");
const button = form.querySelector("button");
const list = form.querySelector(".files");
const place = document.getElementById("imports");
const trouble = form.querySelector(".trouble");
let files = [];

function show() {
  list.replaceChildren(...files.map((file) => element("li", {}, element("bdi", {}, file.name), " ",
    element("small", {}, `${Math.ceil(file.size / 1024)} KB`))));
  button.disabled = !files.length;
}

/** Bytes that a form has beside its files. */
const ROOM = 1 << 20;
const megabytes = (bytes) => `\u2068${Math.ceil(bytes / (1 << 20))} MB\u2069`;

/** Take files beside those that were taken; none of them where they are too much together. */
function take(more) {
  const all = [...files, ...more];
  const size = all.reduce((sum, file) => sum + file.size, 0);
  const most = Number(form.dataset.most) - ROOM;
  // a server that turns an upload away may end it before its answer is read
  const large = size > most;
  trouble.textContent = large ? text("import.large", { size: megabytes(size), most: megabytes(most) }) : "";
  if (!large) files = all;
  show();
}

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  take([...event.dataTransfer.files]);
});
input.addEventListener("change", () => { take([...input.files]); input.value = ""; });

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  trouble.textContent = "";
  const sent = new FormData();
  for (const file of files) sent.append("files", file);
  sent.append("source", form.source.value);
  sent.append("published", form.published.value);
  button.disabled = true;
  try {
    const begun = await ask("/api/imports", { method: "POST", form: sent });
    files = [];
    show();
    watch(begun);
  } catch (problem) {
    trouble.textContent = problem.message;
    button.disabled = false;
  }
});

function draw(node, now) {
  const working = !["done", "failed"].includes(now.phase);
  const bar = element("progress", { max: "1", value: String(now.share), "aria-label": text("import.progress") });
  if (working && !now.share) bar.removeAttribute("value");
  node.className = `import ${now.phase}`;
  node.replaceChildren(
    element("p", {}, element("strong", {}, named("phase", now.phase)), " ",
      // each name runs in its own direction, and their order is the page's
      ...now.names.slice(0, 5).flatMap((name, at) => [at ? " · " : "", element("bdi", {}, name)]),
      now.names.length > 5 ? " …" : ""),
    working ? bar : null ?? "",
    element("p", { class: "meta" }, text("import.result", now)),
    ...(now.error ? [element("p", { class: "trouble", dir: "auto" }, now.error)] : []),
    ...(now.rejected.length ? [element("details", {}, element("summary", {}, `${text("import.rejected")}: ${now.rejected.length}`),
      element("ul", {}, ...now.rejected.map((one) => element("li", {}, element("bdi", {}, one.where), `: ${fault(one.code)} `,
        element("small", { lang: "en", dir: "ltr" }, `${one.reason} [${one.code}]`)))))] : []),
    ...(now.articles.length ? [element("ul", { class: "rows" }, ...now.articles.map((one) => element("li", {},
      element("a", { href: `/articles/${one.article_id}`, dir: "auto", lang: "ar" }, one.title))))] : []));
}

async function watch(now) {
  document.getElementById("no-imports").hidden = true;
  const node = element("article");
  place.prepend(node);
  for (;;) {
    draw(node, now);
    if (["done", "failed"].includes(now.phase)) break;
    await new Promise((wake) => setTimeout(wake, 400));
    try {
      now = await ask(`/api/imports/${now.id}`);
    } catch {
      await new Promise((wake) => setTimeout(wake, 2000));
    }
  }
  await window.htmx.ajax("GET", "/import", { target: "#runs", select: "#runs", swap: "outerHTML" });
}

for (const id of JSON.parse(place.dataset.imports).reverse()) ask(`/api/imports/${id}`).then(watch, () => {});
