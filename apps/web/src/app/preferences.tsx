import './preferences.css';

import { useStoredSetting } from '../storage/stored-setting.js';
import { LANGUAGES, useLanguage, useStrings } from '../strings/language.js';
import { THEMES, themeSetting } from '../theme/theme.js';

/** Each language by its own name. */
const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const;

/** Theme and language, as this browser keeps them. */
export function Preferences() {
  const { shell: t } = useStrings();
  const [theme, setTheme] = useStoredSetting(themeSetting);
  const [language, setLanguage] = useLanguage();
  return (
    <div className="preferences">
      <Choice
        label={t.theme}
        value={theme}
        options={THEMES}
        nameOf={(name) => t.themes[name]}
        onChange={setTheme}
      />
      <Choice
        label={t.language}
        value={language}
        options={LANGUAGES}
        nameOf={(name) => LANGUAGE_NAMES[name]}
        onChange={setLanguage}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  readonly onChange: (option: T) => void;
}

function Choice<T extends string>({ label, value, options, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
