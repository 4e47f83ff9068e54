import { AppError } from '@eyeline/contracts';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import { checkAnswers, checkMetadata } from './check-session.js';
import { type ExecutionProvider } from './execution-provider.js';
import { makeProbe } from './make-probe.js';
import { countChannels, countPlanes, inputShape } from './model-input.js';
import { type ModelManifest } from './model-manifest.js';
import { type StoredModel } from './model-store.js';
import { inspectOnnx } from './onnx/inspect-onnx.js';
import { spreadChannels } from './spread-channels.js';
import { type InstalledModel } from './survey-models.js';

/** Pictures that a network is tried on at once. */
const PROBES = 2;

/**
 * One network ready to run: pictures in, named arrays of numbers out.
 * `run()` of onnxruntime-node blocks its thread, so a session belongs in a worker thread.
 */
export class ModelSession {
  /** Whether the network takes one picture at a time alone. */
  private readonly isSingle: boolean;

  private constructor(
    readonly manifest: ModelManifest,
    private readonly session: InferenceSession,
  ) {
    const [input] = session.inputMetadata;
    this.isSingle = input.isTensor && input.shape[0] === 1;
  }

  /**
   * Loads a network and tries it on a drawn face. What it is made of is looked at first (`inspectOnnx`).
   *
   * @throws {AppError} internal, naming the file, when the bytes are no network, when inputs and outputs are not what the
   * manifest says, or when what it answers are no finite numbers, or no probabilities
   */
  static async create(model: StoredModel, provider: ExecutionProvider): Promise<ModelSession> {
    inspectOnnx(model.bytes, model.path);
    const session = await InferenceSession.create(model.bytes, {
      executionProviders: [provider],
      // one thread a lane: lanes side by side give more frames a second than threads inside a small network
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    }).catch((cause: unknown) => {
      throw new AppError('internal', {
        detail: `The network ${model.path} cannot be loaded on ${provider}: ${String(cause)}`,
        cause,
      });
    });
    try {
      checkMetadata(model, session);
      const loaded = new ModelSession(model.manifest, session);
      // also because a graphics driver may take a network and then not run it
      await loaded.probe(model, provider);
      return loaded;
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  /**
   * @param pixels `count` pictures of `countPlanes` planes (luma, or red, green and blue), each `height * width` numbers, rows top
   * to bottom, scaled by `pixelScaling`; of networks that read landmarks, a row of `LANDMARK_NUMBERS` a face
   */
  async run(
    pixels: Float32Array,
    count: number,
    height: number,
    width: number,
  ): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.isSingle || count === 1) return this.runBatch(pixels, count, height, width);
    const length = countPlanes(this.manifest.input) * height * width;
    const answers: Readonly<Record<string, Float32Array>>[] = [];
    for (let i = 0; i < count; i++) {
      answers.push(await this.runBatch(pixels.subarray(i * length, (i + 1) * length), 1, height, width));
    }
    return Object.fromEntries(
      Object.keys(answers[0]).map((name) => [name, concatenate(answers.map((answer) => answer[name]))]),
    );
  }

  private async runBatch(
    pixels: Float32Array,
    count: number,
    height: number,
    width: number,
  ): Promise<Readonly<Record<string, Float32Array>>> {
    const { input } = this.manifest;
    const isReady = input.kind === 'landmarks' || countChannels(input) === 1;
    const numbers = isReady ? pixels : spreadChannels(pixels, count, height * width, this.manifest);
    const [, ...sizes] = inputShape(input, { width, height });
    const tensor = new Tensor('float32', numbers, [count, ...sizes.map(Number)]);
    const outputs = await this.session.run({ [input.name]: tensor });
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
    );
  }

  async dispose(): Promise<void> {
    await this.session.release();
  }

  private async probe(model: InstalledModel, provider: ExecutionProvider): Promise<void> {
    const { rows, columns, numbers } = makeProbe(this.manifest);
    const pixels = new Float32Array(PROBES * numbers.length);
    for (let i = 0; i < PROBES; i++) pixels.set(numbers, i * numbers.length);
    const answers = await this.run(pixels, PROBES, rows, columns).catch((cause: unknown) => {
      throw new AppError('internal', {
        detail: `The network ${model.path} cannot be run on ${provider}: ${String(cause)}`,
        cause,
      });
    });
    checkAnswers(model, answers, { count: PROBES, pixels: columns * rows });
  }
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
