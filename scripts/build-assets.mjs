// Builds static/build/ from static/ and the installed packages: `npm run build`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "static");
const build = join(source, "build");
const packages = join(root, "node_modules");

// app.css is for the screen, documents.css for the PDFs. Both are compiled before anything is removed.
const sheets = ["app", "documents"].map((name) => {
  const { css } = compile(join(source, "scss", `${name}.scss`), {
    loadPaths: [packages],
    style: "compressed",
    quietDeps: true,
  });
  return [`${name}.css`, css];
});
rmSync(build, { recursive: true, force: true });
mkdirSync(join(build, "fonts"), { recursive: true });
for (const [name, css] of sheets) {
  writeFileSync(join(build, name), css);
}

// The source map is not served, so the comment that points to it has to go: collectstatic would
// look for the file and fail.
const govuk = readFileSync(join(packages, "govuk-frontend/dist/govuk/govuk-frontend.min.js"), "utf8");
writeFileSync(join(build, "govuk-frontend.min.js"), govuk.replace(/\/\/# sourceMappingURL=.*\s*$/, ""));

const typeface = "@fontsource/atkinson-hyperlegible-next";
for (const face of ["400-normal", "400-italic", "700-normal"]) {
  for (const script of ["latin", "latin-ext"]) {
    for (const format of ["woff2", "woff"]) {
      const file = `atkinson-hyperlegible-next-${script}-${face}.${format}`;
      cpSync(join(packages, typeface, "files", file), join(build, "fonts", file));
    }
  }
}
cpSync(join(packages, typeface, "LICENSE"), join(build, "fonts", "LICENSE"));

for (const folder of ["scripts", "images"]) {
  cpSync(join(source, folder), join(build, folder), { recursive: true });
}
