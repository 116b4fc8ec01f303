import { svg, type TemplateResult } from "lit";

const icon = (path: TemplateResult): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${path}</svg>`;

export const icons = {
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  menu: icon(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`),
  send: icon(svg`<path d="M5 12h13M12 5.5l6.5 6.5-6.5 6.5"/>`),
  attach: icon(svg`<path d="M19.5 11.5l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-7.9 7.9a1.5 1.5 0 0 1-2.1-2.1l7-7"/>`),
  person: icon(svg`<circle cx="12" cy="8.2" r="3.7"/><path d="M4.8 20c.6-4 3.5-6.2 7.2-6.2s6.6 2.2 7.2 6.2"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  phone: icon(svg`<rect x="7" y="3" width="10" height="18" rx="2.2"/><path d="M11 17.800h2"/>`),
  globe: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17"/>`),
  bin: icon(svg`<path d="M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.3 11v5M13.7 11v5"/>`),
  up: icon(svg`<path d="M7 10.500v9H4.500v-9zM7 11l4-7c1.6 0 2.6 1 2.3 2.600L12.8 9.500h5.400a1.8 1.8 0 0 1 1.8 2.100l-1.1 6.200a2 2 0 0 1-2 1.700H7"/>`),
  down: icon(svg`<path d="M17 13.500v-9h2.500v9zM17 13l-4 7c-1.6 0-2.6-1-2.3-2.600l.5-2.900H5.800A1.8 1.8 0 0 1 4 12.400l1.1-6.200a2 2 0 0 1 2-1.700H17"/>`),
  check: icon(svg`<path d="M5 12.500l4.5 4.500L19 7.5"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.500V12l3 2"/>`),
  calendar: icon(svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.500v4M15.5 3.500v4"/>`),
  alert: icon(svg`<path d="M12 4l8.8 15.500H3.200zM12 10v4.500M12 17v.2"/>`),
  mark: icon(svg`<path d="M4.5 18.500v-13l7.5 6 7.5-6v13"/>`),
};
