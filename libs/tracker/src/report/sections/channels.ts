import { labelOf } from '../../model/enumerations.js';
import type { Block, Text } from '../report-document.js';
import { missing, sourceRun } from '../words.js';
import { figure, paragraph, type Writing } from '../writing.js';

/** The channels of dissemination, with their figures or why there are none. */
export function channelsSection(writing: Writing): readonly Block[] {
  const { channels } = writing.plan;
  if (channels.length === 0) return [paragraph(missing('no_reportado'))];
  const rows = channels.map((channel): readonly Text[] => [
    [{ text: channel.name }, sourceRun(channel.from)],
    [{ text: labelOf('channelKind', channel.kind).es }],
    figure(writing, channel, 'followers', `${channel.name}: seguidores`),
    figure(writing, channel, 'posts', `${channel.name}: publicaciones`),
    figure(writing, channel, 'reach', `${channel.name}: alcance`),
  ]);
  return [
    { kind: 'table', caption: 'Canales', head: ['Canal', 'Clase', 'Seguidores', 'Publicaciones', 'Alcance'], rows },
  ];
}
