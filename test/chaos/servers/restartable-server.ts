import { type KillableServer } from '@eyeline/testing';

/** A server that goes down and comes back at the same address, with its data or without. */
export class RestartableServer {
  private running: KillableServer | null = null;

  private constructor(
    private readonly launch: () => Promise<KillableServer>,
    readonly url: string,
  ) {}

  /** @param launch starts it; each time at the same address, with what the last one has left */
  static async start(launch: () => Promise<KillableServer>): Promise<RestartableServer> {
    const running = await launch();
    const server = new RestartableServer(launch, running.url);
    server.running = running;
    return server;
  }

  async start(): Promise<void> {
    this.running ??= await this.launch();
  }

  /** In order, as an operator would. */
  stop(): Promise<void> {
    return this.end((server) => server.stop());
  }

  /** Without a chance to write anything. */
  kill(): Promise<void> {
    return this.end((server) => server.kill());
  }

  private async end(how: (server: KillableServer) => Promise<void>): Promise<void> {
    const { running } = this;
    this.running = null;
    if (running !== null) await how(running);
  }
}
