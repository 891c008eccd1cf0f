import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useWrite } from '../../../lib/api.ts';
import { ProblemError, toProblem } from '../../../lib/problem-error.ts';
import type { Draft, Version } from '../version.ts';
import { toBody } from './draft-content.ts';
import { describePath, toFieldPath } from './pointers.ts';

type DraftForm = UseFormReturnType<{ content: Draft }>;

/** Saves and publishes a draft; a refusal lands on its field, a concurrent change is shown. */
export function useDraftSaving(opened: Version, form: DraftForm, goTo: (path: string) => void) {
  const reads = { invalidates: ['GET /frameworks', 'GET /frameworks/:frameworkId'] } as const;
  const put = useWrite('PUT /frameworks/:frameworkId', reads);
  const post = useWrite('POST /frameworks/:frameworkId/publish', reads);
  const [version, setVersion] = useState(opened);
  const [theirs, setTheirs] = useState<Version | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // Remarks stay away from the fields until the person has asked for them by saving.
  const [isChecked, setChecked] = useState(false);
  const params = { frameworkId: opened.id };

  const land = (error: unknown): void => {
    const refusal = toProblem(error);
    if (refusal.code === 'edited_meanwhile') {
      setTheirs(refusal.current as Version);
      return;
    }
    const faults = refusal.errors.map(({ pointer, message }) => ({
      path: toFieldPath(pointer),
      message,
    }));
    for (const { path, message } of faults) form.setFieldError(path, message);
    setProblem(
      new ProblemError({
        ...refusal,
        errors: faults.map(({ path, message }) => ({
          pointer: path,
          message: `${describePath(path)} : ${message}`,
        })),
      }),
    );
    const [first] = faults;
    if (first) goTo(first.path);
  };

  /** @returns the saved version, or null when it was refused. */
  const save = async (revision = version.revision): Promise<Version | null> => {
    const sent = form.getValues().content;
    form.clearErrors();
    setProblem(null);
    setChecked(true);
    try {
      const saved = await put.mutateAsync({ params, body: { revision, content: toBody(sent) } });
      setVersion(saved);
      setTheirs(null);
      setSavedAt(new Date());
      // What was typed during the save stays: only what was sent is no longer « unsaved ».
      form.resetDirty({ content: sent });
      return saved;
    } catch (error) {
      land(error);
      return null;
    }
  };

  const publish = async (): Promise<boolean> => {
    const saved = form.isDirty() ? await save() : version;
    if (!saved) return false;
    try {
      await post.mutateAsync({ params, body: { revision: saved.revision } });
      return true;
    } catch (error) {
      land(error);
      return false;
    }
  };

  const takeTheirs = (): void => {
    if (!theirs) return;
    form.setValues({ content: theirs.content });
    form.resetDirty({ content: theirs.content });
    setVersion(theirs);
    setTheirs(null);
  };

  return {
    version,
    theirs,
    problem,
    savedAt,
    isChecked,
    isSaving: put.isPending || post.isPending,
    check: () => setChecked(true),
    save,
    publish,
    takeTheirs,
  };
}
