// At the foot of the page: another language, the text page, the way out.

import type { VNode } from "preact";
import type { App } from "../app";
import { h, labelled } from "./dom";
import { language, languageName, languages, t, useLanguage } from "./i18n";

export const Menu = ({ app, textAddress }: { app: App; textAddress: string }): VNode =>
  h("nav", { class: "menu" },
    labelled("language", t("language.label"),
      h("select", { onChange: (e) => choose((e.target as HTMLSelectElement).value) },
        ...languages.map((code) => h("option", { key: code, value: code, lang: code, selected: code === language() }, languageName(code))))),
    h("a", { href: textAddress }, t("text.lite")),
    h("button", { class: "quiet", onClick: () => app.act("seat.leave") }, t("text.leave")));

/** For this page now, and for every page that the server makes. */
function choose(chosen: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `lang=${chosen}; path=/; max-age=31536000; samesite=lax${secure}`;
  useLanguage(chosen);
}
