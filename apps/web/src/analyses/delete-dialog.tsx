import { useStrings } from '../strings/language.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Problem } from '../ui/problem.js';

interface DeleteDialogProps {
  readonly name: string;
  readonly error: unknown;
  readonly isDeleting: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

export function DeleteDialog({ name, error, isDeleting, onClose, onConfirm }: DeleteDialogProps) {
  const { analyses: t, shell } = useStrings();
  return (
    <Dialog
      title={t.deleteTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="danger" icon="trash" disabled={isDeleting} onClick={onConfirm}>
            {isDeleting ? t.deleting : t.delete}
          </Button>
        </>
      }
    >
      <p>{t.deleteText(name)}</p>
      {error !== null && <Problem error={error} />}
    </Dialog>
  );
}
