import { demoNotice } from '../frame.js';
import { fillText } from '../fill.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { pageDocument } from '../page-document.js';
import { actionForm } from './components/form.js';
import { doneNote } from './components/done-note.js';
import type { DeskLocale } from './desk-locale.js';
import type { DeskSection, DeskView } from './views/desk.view.js';

/** What a page of the desk tells its frame. */
export interface DeskHead {
  readonly title: string;
  readonly section?: DeskSection;
  /** Something on the page is to be corrected: the title says so first. */
  readonly faulty?: boolean;
}

/** A whole document of the desk: who is signed in, the sections that person may enter, what was just done, the page. */
export function deskFrame(view: DeskView, head: DeskHead, main: Html, locale: DeskLocale): string {
  const { desk: words } = locale;
  const page = head.faulty ? fillText(words.frame.faultyTitle, { title: head.title }) : head.title;
  const title = fillText(words.frame.title, { page, site: locale.words.site.name });
  return pageDocument(
    view.site,
    { title, unlisted: true, scripts: ['desk.js'] },
    html`${masthead(view, locale)}
${demoNotice(view.site, locale)}
<div class="desk">
${navigation(view, head, locale)}
<main id="contenido" tabindex="-1">
${view.done && doneNote(view.done, locale)}
${main}
</main>
</div>
<footer class="colophon"><p>${words.frame.footer}</p></footer>`,
  );
}

function masthead({ person, csrf }: DeskView, locale: DeskLocale): Html {
  const { desk: words, language } = locale;
  return html`<header class="masthead desk-head">
<div class="nameplate"><a href="${pathIn(language, '/escritorio')}">${locale.words.site.name}</a> <span class="tagline">${words.frame.tagline}</span></div>
<div class="signed-in"><p><strong>${person.name}</strong>${person.organisations.length > 0 && html` <span class="aside">${person.organisations.join(' · ')}</span>`}<span class="aside"><a href="${pathIn(language, '/escritorio/clave')}">${words.frame.password}</a></span></p>
${actionForm({ action: pathIn(language, '/escritorio/salir'), csrf, label: words.frame.signOut, tone: 'link' })}</div>
</header>`;
}

// Closed on a phone; beside the page, where there is room, the stylesheet keeps it open.
function navigation({ sections }: DeskView, { section }: DeskHead, { desk: words, language }: DeskLocale): Html {
  return html`<nav class="desk-nav" aria-label="${words.frame.sections}">
<details><summary>${words.frame.sections}</summary>
<ul>${sections.map(
    (name) =>
      html`<li><a href="${pathIn(language, sectionPath(name))}"${name === section && html` aria-current="page"`}>${words.sections[name]}</a></li>
`,
  )}<li class="apart"><a href="${pathIn(language, '/')}">${words.frame.publicSite}</a></li></ul>
</details>
</nav>`;
}

/** The address of a section of the desk, in Spanish form. */
export function sectionPath(section: DeskSection): string {
  return section === 'inicio' ? '/escritorio' : `/escritorio/${section}`;
}
