import { checkFramework, juryRulesOf, vaeRulesOf } from '@jalon/domain';
import { useForm } from '@mantine/form';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Draft, Finding, Version } from '../version.ts';
import { fillCodes, hasNumberedCodes, numberCodes } from './codes.ts';
import { toBody, toCheckable } from './draft-content.ts';
import { toFieldPath } from './pointers.ts';
import { useDraftSaving } from './use-draft-saving.ts';
import { usePart } from './use-part.ts';

/** Something taken away, that one click brings back. */
export interface Removal {
  readonly label: string;
  readonly restore: (draft: Draft) => Draft;
}

/** The draft being typed: its fields, its structure, its live remarks and its saving. */
export function useDraftEditor(version: Version) {
  const { content } = version;
  const initialValues = {
    content: { ...content, jury: juryRulesOf(content), vae: vaeRulesOf(content) },
  };
  const form = useForm<{ content: Draft }>({ initialValues });
  const draft = form.values.content;
  const [isNumbered, setNumbered] = useState(() => hasNumberedCodes(draft));
  const [removal, setRemoval] = useState<Removal | null>(null);
  const navigation = usePart();
  const saving = useDraftSaving(version, form, navigation.goTo);
  const settled = useDeferredValue(draft);
  const findings: readonly Finding[] = useMemo(
    () => checkFramework(toCheckable(settled)),
    [settled],
  );

  /** Changes the structure; codes follow, and what named a place that moved is forgotten. */
  const change = (update: (draft: Draft) => Draft): void => {
    const recode = isNumbered ? numberCodes : fillCodes;
    form.clearErrors();
    form.setFieldValue('content', (current: Draft) => recode(update(current)));
  };
  const remove = (label: string, update: (draft: Draft) => Draft, restore: Removal['restore']) => {
    change(update);
    setRemoval({ label, restore });
  };
  const undoRemoval = (): void => {
    if (removal) change(removal.restore);
    setRemoval(null);
  };

  /** Props of the field at `path` of the content: value, change, and what is wrong with it. */
  const field = (path: string) => {
    const props = form.getInputProps(`content.${path}`);
    const remark = saving.isChecked
      ? findings.find(
          (finding) =>
            finding.severity === 'error' && toFieldPath(finding.path) === `content.${path}`,
        )
      : undefined;
    return { ...props, error: props.error ?? remark?.message };
  };

  return {
    draft,
    findings,
    isDirty: form.isDirty(),
    errors: form.errors,
    removal,
    isNumbered,
    setNumbered: (numbered: boolean) => {
      setNumbered(numbered);
      if (numbered) form.setFieldValue('content', numberCodes);
    },
    field,
    /** Sets one field from something else than an input's event. */
    set: (path: string, value: unknown) => form.setFieldValue(`content.${path}`, value as never),
    change,
    remove,
    undoRemoval,
    forgetRemoval: () => setRemoval(null),
    body: () => toBody(draft),
    ...navigation,
    ...saving,
  };
}

export type DraftEditor = ReturnType<typeof useDraftEditor>;
