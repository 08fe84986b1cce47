import { html, raw, render, UnquotedAttributeError } from './html.js';
import type { Child } from './html.js';

describe('the html template', () => {
  it('escapes every character that could leave its place', () => {
    expect(render(html`<p title="${`"'\``}">${'<script>&'}</p>`)).toBe(
      '<p title="&quot;&#39;&#96;">&lt;script&gt;&amp;</p>',
    );
  });

  it('keeps markup it made itself, and only that', () => {
    const forged = JSON.parse('{"markup":"<b>x</b>"}') as Child;
    expect(render(html`<p>${html`<b>${'a<b'}</b>`}${raw('<hr>')}</p>`)).toBe('<p><b>a&lt;b</b><hr></p>');
    expect(render(html`<p>${forged}</p>`)).not.toContain('<b>');
  });

  it('joins arrays, also nested ones, and renders nothing for nothing', () => {
    expect(render(html`${[1, [null, 'a', [html`<i></i>`]], undefined, false]}`)).toBe('1a<i></i>');
  });

  it('shows a zero', () => {
    expect(render(html`${0}`)).toBe('0');
  });

  it('refuses an attribute without quotes', () => {
    expect(() => html`<a href=${'x onclick=alert(1)'}>x</a>`).toThrow(UnquotedAttributeError);
  });
});
