import { AppError } from '@eyeline/contracts';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import { type ExecutionProvider } from './execution-provider.js';
import { type ModelManifest } from './model-manifest.js';
import { type StoredModel } from './model-store.js';

/** Side of the picture that a network of free size is warmed up with; a multiple of every stride. */
const WARM_UP_SIDE = 320;

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
   * @throws {AppError} internal, naming the file, when the bytes are no network, when it does not take
   * `[n, 1, h, w]` or lacks an output that the manifest names
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
    checkShape(model, session);
    return new ModelSession(model.manifest, session);
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

  /** Runs once on a black picture. */
  async warmUp(): Promise<void> {
    const { width, height } = this.manifest.input;
    const [columns, rows] = [width ?? WARM_UP_SIDE, height ?? WARM_UP_SIDE];
    await this.run(new Float32Array(columns * rows), 1, rows, columns);
  }

  async dispose(): Promise<void> {
    await this.session.release();
  }
}

function checkShape({ manifest, path }: StoredModel, session: InferenceSession): void {
  const refuse = (what: string): never => {
    throw new AppError('internal', { detail: `The network ${path} does not fit its manifest: ${what}.` });
  };
  const input = session.inputMetadata.find(({ name }) => name === manifest.input.name);
  if (!input?.isTensor) return refuse(`there is no input "${manifest.input.name}"`);
  const { shape } = input;
  if (shape.length !== 4) return refuse(`its input has ${shape.length} dimensions instead of 4`);
  const wanted = [null, 1, manifest.input.height, manifest.input.width];
  wanted.forEach((size, i) => {
    const found = shape[i];
    if (size !== null && typeof found === 'number' && found !== size) {
      refuse(`dimension ${i} of its input is ${found} instead of ${size}`);
    }
  });
  const heads = [manifest.output.name, ...Object.values(manifest.heads).map(({ name }) => name)];
  for (const name of heads) {
    if (!session.outputNames.includes(name)) refuse(`there is no output "${name}"`);
  }
}
