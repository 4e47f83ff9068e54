import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { PAGES_DIR } from '../runtime/runtime.module.js';
import { PAGE_HEADERS } from './page-headers.js';

/** In the order in which they are preferred, with what their files end in. */
const ENCODINGS = { br: '.br', gzip: '.gz' } as const;

type Encoding = keyof typeof ENCODINGS;

/** How long a browser may keep a file: for good where another version has another name. */
const CACHING = { named: 'public, max-age=31536000, immutable', changing: 'no-cache' } as const;

/**
 * The dashboard as it was built (scripts/build-web.mjs). Its files are known from the start and never change; what is not
 * among them does not exist, whatever a path says.
 */
@Injectable()
export class PageFiles {
  /** The compressed forms of each file, by its path below the folder. */
  private readonly files: ReadonlyMap<string, readonly Encoding[]>;

  constructor(@Inject(PAGES_DIR) private readonly folder: string) {
    this.files = listFiles(folder);
  }

  /**
   * Every page is this file.
   *
   * @throws AppError not_found when the dashboard is not built
   */
  sendIndex(request: Request, response: Response): Promise<void> {
    if (!this.files.has('index.html')) {
      throw new AppError('not_found', {
        detail: 'The dashboard is not built: npm run build. The API works without it: see /docs.',
      });
    }
    return this.send(request, response, 'index.html', 'changing');
  }

  /**
   * @param name its path below the folder; the content is part of it, or it changes with the next build
   * @throws AppError not_found
   */
  async send(
    request: Request,
    response: Response,
    name: string,
    caching: keyof typeof CACHING,
  ): Promise<void> {
    const encodings = this.files.get(name);
    if (encodings === undefined) {
      throw new AppError('not_found', { detail: `There is nothing at ${request.path}.` });
    }
    const encoding = encodings.find((one) => request.acceptsEncodings(one) !== false);
    response.set({ ...PAGE_HEADERS, 'Cache-Control': CACHING[caching] }).type(extname(name));
    if (encodings.length > 0) response.vary('Accept-Encoding');
    if (encoding !== undefined) response.set('Content-Encoding', encoding);
    const path = encoding === undefined ? name : name + ENCODINGS[encoding];
    const options = { root: this.folder, cacheControl: false, acceptRanges: false };
    await new Promise<void>((resolve, reject) =>
      response.sendFile(path, options, (error?: NodeJS.ErrnoException) =>
        // Whoever leaves is not told anything.
        error === undefined || error.code === 'ECONNABORTED' ? resolve() : reject(error),
      ),
    );
  }
}

function listFiles(folder: string): Map<string, Encoding[]> {
  if (!existsSync(folder)) return new Map();
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
      // What Vite notes for other programs.
      .filter((name) => !name.startsWith('.')),
  );
  const encodings = Object.keys(ENCODINGS) as Encoding[];
  const isForm = (name: string): boolean =>
    encodings.some((one) => name.endsWith(ENCODINGS[one]) && names.has(name.slice(0, -3)));
  return new Map(
    [...names]
      .filter((name) => !isForm(name))
      .map((name) => [name, encodings.filter((one) => names.has(name + ENCODINGS[one]))]),
  );
}
