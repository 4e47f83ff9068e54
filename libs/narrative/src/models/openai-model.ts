import { AppError } from '@eyeline/contracts';
import { z } from 'zod';

import { type LanguageModel, type Prompt, refusedBy, unreachable } from './language-model.js';

/** The little of an answer of `/chat/completions` that counts here. */
const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** A model behind any address that speaks OpenAI's chat completions: OpenAI, vLLM, Ollama, llama.cpp, ... */
export class OpenAiModel implements LanguageModel {
  /**
   * @param baseUrl up to and with the version: `https://api.openai.com/v1`
   * @param apiKey null: none is sent
   */
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string | null,
    readonly name: string,
  ) {}

  async complete({ system, user }: Prompt, signal: AbortSignal): Promise<string> {
    const answer = await this.post({
      signal,
      body: JSON.stringify({
        model: this.name,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        response_format: { type: 'json_object' },
      }),
    });
    const parsed = answerSchema.safeParse(answer);
    if (parsed.success) return parsed.data.choices[0].message.content ?? '';
    throw new AppError('narrative_failed', {
      detail: 'The language model answers in another form than chat completions.',
      cause: parsed.error,
    });
  }

  private async post({ body, signal }: { body: string; signal: AbortSignal }): Promise<unknown> {
    try {
      const response = await fetch(`${this.baseUrl.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(this.apiKey === null ? {} : { Authorization: `Bearer ${this.apiKey}` }),
        },
        body,
        signal,
      });
      const text = await response.text();
      if (!response.ok) throw refusedBy(response.status);
      return parseJson(text);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof AppError ? error : unreachable(error);
    }
  }
}

/** Undefined for what is no JSON: another form than was asked for, like any. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
