import './model-card.css';

import { type Report } from '@eyeline/client/browser';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { client } from '../../api/client.js';
import { Markdown } from '../../markdown/markdown.js';
import { useStrings } from '../../strings/language.js';
import { Loading } from '../../ui/loading.js';
import { Problem } from '../../ui/problem.js';

/** How a network was measured and what it cannot do, in its maker's words; fetched when somebody wants to read it. */
export function ModelCard({ model }: { readonly model: Report['models'][number] }) {
  const { report: t } = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="model-card" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t.modelCard(model.name)}</summary>
      {isOpen && <Card model={model} />}
    </details>
  );
}

function Card({ model: { name, sha256 } }: { readonly model: Report['models'][number] }) {
  const { report: t } = useStrings();
  const { data, error, refetch } = useQuery({
    queryKey: ['models'],
    queryFn: () => client.models(),
    staleTime: Infinity,
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const model = data.find((one) => one.sha256 === sha256);
  if (model === undefined) return <p>{t.otherModelNow}</p>;
  if (model.card === null) return <p>{t.noModelCard}</p>;
  return (
    <div lang="en">
      {/* Its first line is the name, which stands above. */}
      <Markdown text={model.card.replace(/^# .*\n/, '')} level={4} label={t.modelCard(name)} />
    </div>
  );
}
