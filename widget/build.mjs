// Bundles the widget into dist/, and refuses to grow: the limits below are for everybody's first load on a phone.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const loaderLimit = 5_000;
const totalLimit = 45_000;
/** The desk, the tickets and the day view are for people at work on a PC or a tablet; each is loaded alone. */
const deskLimit = 40_000;
const dist = "dist";
const files = join(dist, "widget");

/** Style sheets become strings, made small first; Lit and the loader adopt them without a style element. */
const styleSheets = {
  name: "style-sheets",
  setup({ onLoad }) {
    onLoad({ filter: /src\/styles\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "chrome111" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const common = { bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", charset: "utf8", plugins: [styleSheets] };
const integrity = async (file) => `sha384-${createHash("sha384").update(await readFile(file)).digest("base64")}`;

await rm(dist, { recursive: true, force: true });
await mkdir(files, { recursive: true });

const { metafile } = await build({ ...common, entryPoints: { chat: "src/chat.ts" }, entryNames: "[name]-[hash]", outdir: files, metafile: true });
const chat = Object.keys(metafile.outputs)[0];

await build({
  ...common,
  entryPoints: { "mainforte-chat": "src/loader.ts", demo: "src/pages/demo.ts", page: "src/pages/page.ts" },
  outdir: files,
  define: { CHAT_FILE: JSON.stringify(`./${basename(chat)}`), CHAT_INTEGRITY: JSON.stringify(await integrity(chat)) },
});
await build({ ...common, entryPoints: { desk: "src/desk/desk.ts", day: "src/desk/day.ts", tickets: "src/desk/tickets.ts" }, outdir: files });
await build({ ...common, entryPoints: ["src/pages/demo.css", "src/pages/page.css"], outdir: files, target: "chrome111" });
await cp("public", dist, { recursive: true });

const measured = await Promise.all(
  (await readdir(files))
    .filter((name) => /\.(js|css)$/.test(name))
    .map(async (name) => {
      const content = await readFile(join(files, name));
      return { file: name, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length, integrity: await integrity(join(files, name)) };
    }),
);
for (const { file, bytes, gzip, integrity } of measured) console.log(`${file.padEnd(24)} ${String(bytes).padStart(7)} B ${String(gzip).padStart(6)} B gzip  ${integrity}`);

const desks = measured.filter(({ file }) => ["desk.js", "day.js", "tickets.js"].includes(file));
const total = measured.filter((one) => !desks.includes(one)).reduce((sum, { gzip }) => sum + gzip, 0);
const loader = measured.find(({ file }) => file === "mainforte-chat.js").gzip;
console.log(`loader ${loader} of ${loaderLimit} B gzip, the whole chat ${total} of ${totalLimit} B gzip`);
if (loader > loaderLimit || total > totalLimit || desks.some(({ gzip }) => gzip > deskLimit)) {
  console.error("The widget is over its size limit: see the table above for what grew.");
  process.exitCode = 1;
}
