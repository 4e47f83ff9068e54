import { AppError } from '@eyeline/contracts';
import { ApiError, GoogleGenAI, Type } from '@google/genai';

import { type LanguageModel, type Prompt, refusedBy, unreachable } from './language-model.js';

/** The one that knows answers by a schema. */
const API_VERSION = 'v1beta';

/** What is asked for, in Gemini's way to say it. */
const ANSWER_SCHEMA = {
  type: Type.OBJECT,
  properties: {
    text: { type: Type.STRING },
    cited_times_s: { type: Type.ARRAY, items: { type: Type.NUMBER } },
  },
  required: ['text', 'cited_times_s'],
};

/** A model of Google's Gemini API. */
export class GeminiModel implements LanguageModel {
  private readonly client: GoogleGenAI;

  /** @param baseUrl for tests; null: Google's */
  constructor(
    apiKey: string,
    readonly name: string,
    baseUrl: string | null = null,
  ) {
    this.client = new GoogleGenAI({
      apiKey,
      // Without `retryOptions` it asks once. By itself it would call fetch with whatever undici another package has
      // set up, which Node's own fetch may not understand, to wait for longer than we do.
      httpOptions: { apiVersion: API_VERSION, fetch, ...(baseUrl === null ? {} : { baseUrl }) },
    });
  }

  async complete({ system, user }: Prompt, signal: AbortSignal): Promise<string> {
    try {
      const answer = await this.client.models.generateContent({
        model: this.name,
        contents: user,
        config: {
          systemInstruction: system,
          responseMimeType: 'application/json',
          responseSchema: ANSWER_SCHEMA,
          abortSignal: signal,
        },
      });
      return answer.text ?? '';
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ApiError) throw judge(error);
      throw error instanceof AppError ? error : unreachable(error);
    }
  }
}

/** A key that Google does not know is a 400 there, told from others by its text alone. */
function judge(error: ApiError): AppError {
  const isKey = error.status === 400 && /API[_ ]KEY/i.test(error.message);
  return refusedBy(isKey ? 401 : error.status, error);
}
