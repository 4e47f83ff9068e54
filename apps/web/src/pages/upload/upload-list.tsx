import './upload-list.css';

import { useStrings } from '../../strings/language.js';
import { useUploads } from '../../uploads/use-uploads.js';
import { UploadRow } from './upload-row.js';

export function UploadList() {
  const { upload: t } = useStrings();
  const uploads = useUploads();
  if (uploads.length === 0) return null;
  return (
    <section className="upload-list">
      <h2>{t.queue}</h2>
      <ul className="list">
        {uploads.map((item) => (
          <UploadRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
