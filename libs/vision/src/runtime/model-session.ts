import { AppError } from '@eyeline/contracts';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import { checkAnswers, checkMetadata } from './check-session.js';
import { drawProbeFace } from './draw-probe-face.js';
import { type ExecutionProvider } from './execution-provider.js';
import { type ModelManifest, pixelScaling } from './model-manifest.js';
import { type InstalledModel, type StoredModel } from './model-store.js';

/** Side of the picture that a network of free size is tried on; a multiple of every stride. */
const PROBE_SIDE = 320;

/** Pictures that a network is tried on at once. */
const PROBES = 2;

/**
 * One network ready to run: grey pictures in, named arrays of numbers out.
 * `run()` of onnxruntime-node blocks its thread, so a session belongs in a worker thread.
 */
export class ModelSession {
  private constructor(
    readonly manifest: ModelManifest,
    private readonly session: InferenceSession,
  ) {}

  /**
   * Loads a network and tries it on a drawn face.
   *
   * @throws {AppError} internal, naming the file, when the bytes are no network, when inputs and outputs are not what the
   * manifest says, or when what it answers are no finite numbers, or no probabilities
   */
  static async create(model: StoredModel, provider: ExecutionProvider): Promise<ModelSession> {
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

  /** @param pixels `count * height * width` numbers, rows top to bottom, already scaled as the manifest says */
  async run(
    pixels: Float32Array,
    count: number,
    height: number,
    width: number,
  ): Promise<Readonly<Record<string, Float32Array>>> {
    const input = new Tensor('float32', pixels, [count, 1, height, width]);
    const outputs = await this.session.run({ [this.manifest.input.name]: input });
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
    );
  }

  async dispose(): Promise<void> {
    await this.session.release();
  }

  private async probe(model: InstalledModel, provider: ExecutionProvider): Promise<void> {
    const { width, height } = this.manifest.input;
    const [columns, rows] = [width ?? PROBE_SIDE, height ?? PROBE_SIDE];
    const { gain, bias } = pixelScaling(this.manifest);
    const face = drawProbeFace(columns, rows).map((luma) => luma * gain + bias);
    const pixels = new Float32Array(PROBES * face.length);
    for (let i = 0; i < PROBES; i++) pixels.set(face, i * face.length);
    const answers = await this.run(pixels, PROBES, rows, columns).catch((cause: unknown) => {
      throw new AppError('internal', {
        detail: `The network ${model.path} cannot be run on ${provider}: ${String(cause)}`,
        cause,
      });
    });
    checkAnswers(model, answers, PROBES);
  }
}
