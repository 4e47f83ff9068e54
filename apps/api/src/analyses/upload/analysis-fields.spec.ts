import { type AppError } from '@eyeline/contracts';

import { checkForm, type CheckedFields, checkQuery, type FormField } from './analysis-fields.js';

const form = (fields: Partial<Record<FormField, string>>) =>
  checkForm(new Map(Object.entries(fields) as [FormField, string][]), []);
const query = (text: string) => checkQuery(new URLSearchParams(text));

function fieldsOf(checked: CheckedFields) {
  if (!checked.ok) throw checked.error;
  return checked.fields;
}

function errorOf(checked: CheckedFields): AppError {
  if (checked.ok) throw new Error('It was taken for right.');
  return checked.error;
}

describe('checkForm', () => {
  it('fills in what is left out', () => {
    const { options, tag, metadata } = fieldsOf(form({}));
    expect(options).toMatchObject({
      sampling_fps: 5,
      frame_interval: null,
      max_side: 640,
      smoothing: { alpha: 0.2 },
    });
    expect(tag).toBeNull();
    expect(metadata).toEqual({});
  });

  it('reports every mistake with a pointer', () => {
    const error = errorOf(
      form({ options: '{"max_side":"big","smoothing":{"beta":1},"colour":1}', tag: '', metadata: '[1]' }),
    );
    expect(error.code).toBe('invalid_request');
    expect(error.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/metadata',
      '/options/colour',
      '/options/max_side',
      '/options/smoothing/beta',
      '/tag',
    ]);
  });

  it.each([
    ['options', '{"a":'],
    ['options', 'null'],
    ['options', '{"sampling_fps":5,"frame_interval":2}'],
    ['metadata', '{"a":1e999}'],
    ['metadata', JSON.stringify({ a: 'x'.repeat(5000) })],
    ['metadata', '{"a":"\\u0000"}'],
    ['metadata', '{"a":{"\\ud800":1}}'],
    ['tag', 'a\0b'],
    ['tag', 'x'.repeat(129)],
  ] as const)('refuses %s %s', (name, text) => {
    expect(errorOf(form({ [name]: text })).code).toBe('invalid_request');
  });

  it('keeps text that only looks like an escape', () => {
    const metadata = { path: 'C:\\u0000', face: '😀' };
    expect(fieldsOf(form({ metadata: JSON.stringify(metadata) })).metadata).toEqual(metadata);
  });

  it('takes an address for webhooks, without secrets in it', () => {
    const address = 'https://example.com/hook?a=1';
    expect(fieldsOf(form({ webhook_url: address })).webhookUrl).toBe(address);
    expect(fieldsOf(form({})).webhookUrl).toBeNull();
    for (const webhook_url of [
      'example.com',
      'ftp://example.com',
      'https://a:b@example.com',
      'https://a/#b',
    ]) {
      expect(errorOf(form({ webhook_url })).errors.map(({ pointer }) => pointer)).toEqual(['/webhook_url']);
    }
  });
});

describe('checkQuery', () => {
  it('reads numbers, booleans, objects and members', () => {
    const { options, tag, metadata } = fieldsOf(
      query('sampling_fps=0&landmarks=true&end_s=null&smoothing={"alpha":0.5}&tag=7&metadata={"a":[1]}'),
    );
    expect(options).toMatchObject({
      sampling_fps: 0,
      landmarks: true,
      end_s: null,
      smoothing: { alpha: 0.5 },
    });
    expect(tag).toBe('7');
    expect(metadata).toEqual({ a: [1] });
    expect(fieldsOf(query('smoothing.alpha=0.3')).options.smoothing.alpha).toBe(0.3);
  });

  it.each([
    ['sampling_fps=fast', 'sampling_fps'],
    ['sampling_fps=', 'sampling_fps'],
    ['landmarks=yes', 'landmarks'],
    ['smoothing.alpha=2', 'smoothing.alpha'],
    ['smoothing.beta=2', 'smoothing.beta'],
    ['max_side=64&max_side=65', 'max_side'],
    ['colour=red', 'colour'],
    ['__proto__=1', '__proto__'],
    ['__proto__.max_side=64', '__proto__'],
    ['options={}', 'options'],
    ['metadata=x', 'metadata'],
  ])('names the field of %s', (text, pointer) => {
    expect(errorOf(query(text)).errors.map((error) => error.pointer)).toEqual([pointer]);
  });
});
