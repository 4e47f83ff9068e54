import { useMemo } from 'react';

import { storedSetting, useStoredSetting } from '../storage/stored-setting.js';
import { en, type Strings } from './en.js';
import { es } from './es.js';
import { type Format, formatFor } from './format.js';

export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

const DICTIONARIES: Record<Language, Strings> = { en, es };

/** The first language of the browser that there are texts in. */
const preferred = (): Language =>
  navigator.languages
    .map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language))
    .find((language) => language !== undefined) ?? 'en';

export const languageSetting = storedSetting<Language>('language', LANGUAGES, preferred);

const apply = (): void => {
  document.documentElement.lang = languageSetting.get();
};

/** Keeps the page's declared language the one that is chosen. */
export function followLanguage(): void {
  languageSetting.subscribe(apply);
  apply();
}

export const useLanguage = (): [Language, (language: Language) => void] => useStoredSetting(languageSetting);

/** Every text, in the language that is chosen. */
export function useStrings(): Strings {
  const [language] = useLanguage();
  return DICTIONARIES[language];
}

/** Numbers, sizes and times as the chosen language writes them. */
export function useFormat(): Format {
  const [language] = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}
