import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useParam } from '../../lib/use-param.ts';
import { DispensationRulesSection } from './dispensation-rules/rules-section.tsx';
import type { Version } from './version.ts';
import { BlockSection } from './view/block-section.tsx';
import { CertificationSection } from './view/certification-section.tsx';
import { EntrySection } from './view/entry-section.tsx';
import { groupGaps } from './view/gaps.ts';
import { GapsSection } from './view/gaps-section.tsx';
import { PageNavigation } from './view/page-navigation.tsx';
import { RulesSection } from './view/rules-section.tsx';
import { SourcesSection } from './view/sources-section.tsx';
import { SummarySection } from './view/summary-section.tsx';
import { VersionHeader } from './view/version-header.tsx';
import classes from './view/view.module.css';

/** One version of a certification's rules, as it is shown to a director or an auditor. */
export function Page() {
  const frameworkId = useParam('frameworkId');
  const read = useRead('GET /frameworks/:frameworkId', { params: { frameworkId } });
  return <WhenRead read={read}>{(version) => <VersionView version={version} />}</WhenRead>;
}

function VersionView({ version }: { readonly version: Version }) {
  const { content, findings } = version;
  const isTable = useIsAllowed('dispensation:read');
  const gaps = groupGaps(findings, content);
  const anchors = [
    { id: 'resume', label: 'Résumé' },
    ...(gaps.length > 0 ? [{ id: 'ecarts', label: 'Écarts et points à vérifier' }] : []),
    ...content.blocks.map(({ code, shortName }) => ({
      id: `bloc-${code}`,
      label: `${code} · ${shortName}`,
    })),
    { id: 'validation', label: 'Validation' },
    { id: 'entree', label: 'Entrée, voies et délais' },
    ...(isTable ? [{ id: 'dispenses', label: 'Table des dispenses' }] : []),
    { id: 'certification', label: 'Certification' },
    { id: 'sources', label: 'Sources' },
  ];
  return (
    <>
      <VersionHeader version={version} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <SummarySection version={version} />
          {gaps.length > 0 && <GapsSection groups={gaps} />}
          {content.blocks.map((block) => (
            <BlockSection key={block.code} block={block} content={content} />
          ))}
          <RulesSection content={content} />
          <EntrySection content={content} />
          {isTable && <DispensationRulesSection version={version} />}
          <CertificationSection content={content} />
          <SourcesSection notes={content.sources} />
        </div>
        <PageNavigation anchors={anchors} />
      </div>
    </>
  );
}
