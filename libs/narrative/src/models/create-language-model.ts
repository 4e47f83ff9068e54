import { GeminiModel } from './gemini-model.js';
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
  if (settings.kind === 'gemini') {
    return new GeminiModel(settings.apiKey, settings.model, settings.baseUrl ?? null);
  }
  return new OpenAiModel(settings.baseUrl, settings.apiKey, settings.model);
}
