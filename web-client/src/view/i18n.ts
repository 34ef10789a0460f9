// The catalogues that the text page uses too. What is drawn follows when another language is chosen.

import { signal } from "@preact/signals";
import en from "../../messages/en.json";
import fr from "../../messages/fr.json";

const catalogues: Record<string, Record<string, string>> = { en, fr };
export const languages: readonly string[] = Object.keys(catalogues);

const current = signal("en");

export function useLanguage(language: string): void {
  if (!catalogues[language]) return;
  current.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = t("language.dir");
}

export const language = (): string => current.value;
export const languageName = (code: string): string => catalogues[code]?.["language.name"] ?? code;

export function t(key: string, values: Record<string, string | number> = {}): string {
  let text = catalogues[current.value]?.[key] ?? key;
  for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, String(value));
  return text;
}

/** The words for a refusal: ours, or the server's own when we have none. */
export function refusal(code: string, message: string): string {
  const key = `code.${code}`;
  const text = t(key);
  return text === key ? message : text;
}
