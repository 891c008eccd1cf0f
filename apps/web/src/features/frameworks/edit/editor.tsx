import { formatTime } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { TextLink } from '../../../components/app-link.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import type { Version } from '../version.ts';
import classes from './edit.module.css';
import { EditNotices } from './edit-notices.tsx';
import { EditorContext } from './editor-context.ts';
import { LiveSums } from './live-sums.tsx';
import { PartNavigation } from './part-navigation.tsx';
import { PartScreen } from './part-screen.tsx';
import { PublishCard } from './publish-card.tsx';
import { RemovedNotice } from './removed-notice.tsx';
import { type DraftEditor, useDraftEditor } from './use-draft-editor.ts';

/** A draft: its parts on the left, one of them in the middle, its sums and what is missing beside. */
export function Editor({ version }: { readonly version: Version }) {
  const editor = useDraftEditor(version);
  useUnsavedGuard(editor.isDirty);
  useHotkeys([['mod+S', () => void editor.save()]], []);
  return (
    <EditorContext value={editor}>
      <div className={classes.head}>
        <EditorHeader editor={editor} />
      </div>
      <EditNotices />
      <div className={classes.columns}>
        <PartNavigation />
        <form
          noValidate
          className={classes.part}
          onSubmit={(event) => {
            event.preventDefault();
            void editor.save();
          }}
        >
          <PartScreen />
          <RemovedNotice />
        </form>
        <div className={classes.beside}>
          <LiveSums />
          <PublishCard />
        </div>
      </div>
    </EditorContext>
  );
}

function EditorHeader({ editor }: { readonly editor: DraftEditor }) {
  const { version, draft } = editor;
  const overline = (
    <>
      <TextLink to="/referentiels">Référentiels</TextLink> ›{' '}
      <TextLink to="/referentiels/$frameworkId" params={{ frameworkId: version.id }}>
        {draft.code || 'Sans code'}
      </TextLink>{' '}
      › Brouillon
    </>
  );
  return (
    <PageHeader
      title={draft.title.trim() || 'Un référentiel sans intitulé'}
      overline={overline}
      actions={
        <div className={classes.saving}>
          <span role="status" className={classes.savingState}>
            {describeSaving(editor)}
          </span>
          <Button
            variant="filled"
            loading={editor.isSaving}
            onClick={() => void editor.save()}
            aria-keyshortcuts="Control+S"
          >
            Enregistrer
          </Button>
        </div>
      }
    />
  );
}

function describeSaving({ isDirty, savedAt }: DraftEditor): string {
  if (isDirty) return 'Modifications non enregistrées';
  if (!savedAt) return 'Rien à enregistrer';
  return `Enregistré à ${formatTime(savedAt.getHours() * 60 + savedAt.getMinutes())}`;
}
