import { useStrings } from '../../strings/language.js';
import { Field } from '../../ui/field.js';
import { Switch } from '../../ui/switch.js';
import { DETAILS, isEyeContactValid, KEEPS, type UploadChoices } from './upload-choices.js';

interface OptionsFormProps {
  readonly choices: UploadChoices;
  readonly onChange: (choices: UploadChoices) => void;
}

/** Holds for what is added from now on. */
export function OptionsForm({ choices, onChange }: OptionsFormProps) {
  const { upload: t } = useStrings();
  const change = (changes: Partial<UploadChoices>): void => onChange({ ...choices, ...changes });
  const isAngleValid = isEyeContactValid(choices);
  return (
    <section className="upload-options card" aria-label={t.options}>
      <h2>{t.options}</h2>
      <Field label={t.detail}>
        {(ids) => (
          <Select
            {...ids}
            value={choices.detail}
            names={t.details}
            options={DETAILS}
            onChange={(detail) => change({ detail })}
          />
        )}
      </Field>
      <Field label={t.keep}>
        {(ids) => (
          <Select
            {...ids}
            value={choices.keep}
            names={t.keeps}
            options={KEEPS}
            onChange={(keep) => change({ keep })}
          />
        )}
      </Field>
      <Field label={t.tag} hint={t.tagHint}>
        {(ids) => (
          <input
            {...ids}
            value={choices.tag}
            maxLength={128}
            onChange={({ target }) => change({ tag: target.value })}
          />
        )}
      </Field>
      <Field label={t.eyeContact} hint={isAngleValid ? t.eyeContactHint : t.eyeContactWrong}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            inputMode="decimal"
            min={0.1}
            max={60}
            step="any"
            value={choices.eyeContactDeg}
            aria-invalid={!isAngleValid}
            onChange={({ target }) => change({ eyeContactDeg: target.value })}
          />
        )}
      </Field>
      <div>
        <Switch checked={choices.thumbnails} onChange={(thumbnails) => change({ thumbnails })}>
          {t.thumbnails}
        </Switch>
        <Switch checked={choices.annotated} onChange={(annotated) => change({ annotated })}>
          {t.annotated}
        </Switch>
        <Switch checked={choices.landmarks} onChange={(landmarks) => change({ landmarks })}>
          {t.landmarks}
        </Switch>
      </div>
    </section>
  );
}

interface SelectProps<T extends string> {
  readonly id: string;
  readonly value: T;
  readonly options: Readonly<Record<T, number>>;
  readonly names: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

const Select = <T extends string>({ options, names, onChange, ...rest }: SelectProps<T>) => (
  <select {...rest} onChange={({ target }) => onChange(target.value as T)}>
    {(Object.keys(options) as T[]).map((option) => (
      <option key={option} value={option}>
        {names[option]}
      </option>
    ))}
  </select>
);
