import './markdown.css';

import { Fragment } from 'react';

import { type Block, parseMarkdown, type Span } from './parse-markdown.js';

interface MarkdownProps {
  readonly text: string;
  /** Of its headings, below those of the page around it. */
  readonly level: 4 | 5;
  /** What tables that are scrolled sideways are called. */
  readonly label: string;
}

/** A text in Markdown, as elements: nothing in it is taken for HTML. */
export function Markdown({ text, level, label }: MarkdownProps) {
  return (
    <div className="markdown">
      {parseMarkdown(text).map((block, index) => (
        <BlockView key={index} block={block} level={level} label={label} />
      ))}
    </div>
  );
}

function BlockView({ block, level, label }: Omit<MarkdownProps, 'text'> & { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${level}` as const;
      return (
        <Heading>
          <Spans spans={block.spans} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return (
        <div className="markdown-table" tabIndex={0} role="region" aria-label={label}>
          <table>
            <thead>
              <tr>
                {block.head.map((spans, index) =>
                  spans.length === 0 ? (
                    <td key={index} />
                  ) : (
                    <th key={index} scope="col">
                      <Spans spans={spans} />
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((spans, index) =>
                    index === 0 ? (
                      <th key={index} scope="row">
                        <Spans spans={spans} />
                      </th>
                    ) : (
                      <td key={index}>
                        <Spans spans={spans} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

const Spans = ({ spans }: { readonly spans: readonly Span[] }) =>
  spans.map(({ look, text }, index) => {
    if (look === 'strong') return <strong key={index}>{text}</strong>;
    if (look === 'code') return <code key={index}>{text}</code>;
    return <Fragment key={index}>{text}</Fragment>;
  });
