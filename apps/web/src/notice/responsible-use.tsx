import './responsible-use.css';

import { useStrings } from '../strings/language.js';

/** What is measured and what it may not be used for: open where it has to be seen, foldable elsewhere. */
export function ResponsibleUse({ isOpen = false }: { readonly isOpen?: boolean }) {
  const { notice: t } = useStrings();
  return (
    <details className="notice" open={isOpen}>
      <summary>{t.title}</summary>
      <div className="notice-columns">
        <NoticeList title={t.measured} items={t.measuredItems} />
        <NoticeList title={t.notFor} items={t.notForItems} />
      </div>
      <p>{t.before}</p>
    </details>
  );
}

const NoticeList = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) => (
  <section>
    <h3>{title}</h3>
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </section>
);
