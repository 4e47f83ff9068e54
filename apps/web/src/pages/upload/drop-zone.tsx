import './drop-zone.css';

import { useEffect, useRef, useState } from 'react';

import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

interface DropZoneProps {
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files from wherever on the page they are dropped, or by a button. */
export function DropZone({ isDisabled, onFiles }: DropZoneProps) {
  const { upload: t } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDroppedFiles(isDisabled ? null : onFiles);
  return (
    <section className="drop-zone card" data-over={isOver || undefined} aria-label={t.fromFile}>
      <Icon name="upload" />
      <strong>{isOver ? t.dropNow : t.drop}</strong>
      <span>{t.or}</span>
      <input
        ref={input}
        type="file"
        accept="video/*,.mkv,.avi,.mts,.ts,.flv,.wmv"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <Button look="primary" disabled={isDisabled} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <p>{t.formats}</p>
    </section>
  );
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** @returns whether files are held over the page */
function useDroppedFiles(onFiles: ((files: readonly File[]) => void) | null): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Or the browser would open the file instead of the page.
      event.preventDefault();
      setIsOver(take.current !== null);
    };
    const leave = (event: DragEvent): void => {
      // Null: it went out of the window, and not into a part of the page.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      take.current?.([...(event.dataTransfer?.files ?? [])]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  return isOver;
}
