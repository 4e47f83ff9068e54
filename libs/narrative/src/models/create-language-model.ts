import { type LanguageModel } from './language-model.js';
import { OpenAiModel } from './openai-model.js';

export type LanguageModelSettings =
  | { readonly kind: 'gemini'; readonly apiKey: string; readonly model: string; readonly baseUrl?: string }
  | {
      readonly kind: 'openai';
      /** Up to and with the version. */
      readonly baseUrl: string;
      /** Null: none is sent. */
      readonly apiKey: string | null;
      readonly model: string;
    };

/** A model to ask. Nothing is connected before it is asked. */
export function createLanguageModel(settings: LanguageModelSettings): LanguageModel {
  if (settings.kind === 'gemini')
    return createGeminiModel(settings.apiKey, settings.model, settings.baseUrl ?? null);
  return new OpenAiModel(settings.baseUrl, settings.apiKey, settings.model);
}

/** Google's package takes 20 MB and a moment to load: not before somebody asks. */
function createGeminiModel(apiKey: string, name: string, baseUrl: string | null): LanguageModel {
  let model: Promise<LanguageModel> | null = null;
  const load = async (): Promise<LanguageModel> => {
    const { GeminiModel } = await import('./gemini-model.js');
    return new GeminiModel(apiKey, name, baseUrl);
  };
  return { name, complete: async (prompt, signal) => (await (model ??= load())).complete(prompt, signal) };
}
