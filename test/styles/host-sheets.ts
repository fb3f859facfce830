/** What hosts write on their own page, in rules that weigh less than a class. */
export const hostSheets = {
  'a body with text styles of its own': `
    body { font: italic 700 22px/2.5 serif; letter-spacing: 3px; word-spacing: 12px; text-indent: 40px;
      text-transform: uppercase; text-align: center; text-shadow: 1px 1px red; white-space: pre; word-break: break-all;
      hyphens: auto; line-break: anywhere; font-variant: small-caps; font-feature-settings: "zero"; tab-size: 2;
      list-style: square; text-wrap: nowrap; text-align-last: right; border-spacing: 9px; caption-side: bottom;
      -webkit-text-fill-color: red; -webkit-text-stroke: 1px blue; text-emphasis: dot; font-stretch: 50%; }`,
  'a reset of boxes': '* { box-sizing: content-box; }',
  'a reset by inheritance':
    'html { box-sizing: content-box; } *, *::before, *::after { box-sizing: inherit; }',
  'buttons and fields of its own': `
    button, input, select { min-height: 48px; min-width: 120px; margin: 7px; padding: 9px 20px; border: 3px solid red;
      border-radius: 99px; background: yellow; box-shadow: 0 2px 8px #0008; color: red; font: italic 20px serif;
      letter-spacing: 2px; line-height: 40px; text-transform: uppercase; text-indent: 10px; text-shadow: 1px 1px red;
      text-decoration: underline; word-spacing: 8px; }`,
  'text styles on every element':
    '* { box-sizing: content-box; letter-spacing: 2px; text-transform: uppercase; }',
  'tables, texts, drawings and dialogs of its own': `
    table, thead, tbody, tr, th, td { border: 1px solid red; padding: 9px; background: yellow; text-align: center;
      vertical-align: top; }
    table { margin: 20px; border-collapse: collapse; width: auto; }
    p, h1, h2, h3, ul, ol, dl, dd, fieldset, legend { margin: 2em; padding: 1em; font-size: 30px; border: 2px solid red; }
    li, dt, label { margin: 2em; padding: 1em; font-size: 30px; }
    svg, img { display: block; width: 100%; height: 100px; margin: 1em; }
    dialog { margin: 3em; padding: 3em; border: 9px solid red; }
    textarea { min-height: 200px; padding: 20px; border: 3px solid red; background: yellow; }`,
  'Bootstrap, loaded after ours': `
    p { margin: 0 0 1rem; } h1, h2, h3 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; font-size: 2rem; }
    ol, ul { padding-left: 2rem; } dl, ol, ul { margin: 0 0 1rem; } dt { font-weight: 700; } dd { margin: 0 0 .5rem; }
    b, strong { font-weight: bolder; } small { font-size: .875em; } a { color: #0d6efd; text-decoration: underline; }
    code, kbd { font-size: .875em; color: #d63384; word-wrap: break-word; }
    img, svg { vertical-align: middle; } table { caption-side: bottom; border-collapse: collapse; }
    th { text-align: -webkit-match-parent; } tbody, td, thead, th, tr { border: 0 solid; border-color: inherit; }
    label { display: inline-block; margin-bottom: .5rem; } button { border-radius: 0; }
    button, input, select, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; }
    fieldset { min-width: 0; padding: 0; margin: 0; border: 0; } textarea { resize: vertical; }
    legend { float: left; width: 100%; padding: 0; margin-bottom: .5rem; font-size: 1.5rem; line-height: inherit; }`,
  'labels and inputs by their type': `
    label { display: block; float: left; width: 100%; margin: 0 0 12px; font: 700 18px serif; cursor: help; }
    input[type=checkbox], input[type=radio] { width: 100%; height: 40px; margin: 12px 8px 0 0; appearance: auto;
      position: static; float: left; padding: 4px; }
    input[type=text], input[type=search], input[type=email], input[type=password] { margin: 0 0 15px; max-width: 200px;
      float: left; }`,
  'texts and items with marks of its own': `
    p { margin: 0 0 1.5em; max-width: 30ch; color: #333; font: italic 18px/2 serif; }
    h1, h2, h3 { margin: 2em 0 1em; border-bottom: 1px solid; color: navy; }
    ul, ol { margin: 1em 0 1em 3em; padding: 1em; list-style: square inside; } li { margin: .5em 0; list-style: square; }
    li::before { content: "» "; } button::after { content: " ›"; } a { color: red; }`,
  'parts of a page': `
    header, footer, form, nav, main, article { display: block; margin: 2em; padding: 1em; border: 1px solid; background: #eee; }
    fieldset { margin: 1em; border: 2px groove; padding: 1em; } dialog { margin: 3em; border: 9px solid; padding: 3em; }`,
  'text styles that each element has':
    '* { font-weight: 300; line-height: 1.6; text-align: center; color: #333; }',
  'sections that fill a landing page': `
    section { max-width: 800px; min-height: 100vh; margin: 0 auto; padding: 60px 20px; border-top: 1px solid;
      background: #fafafa; text-align: center; position: relative; }
    aside { float: right; width: 30%; margin: 10px; padding: 20px; border: 1px solid; background: #eee; }
    nav, search, header { position: sticky; top: 0; height: 80px; padding: 10px; border: 1px solid; opacity: .9;
      box-shadow: 0 2px 8px #0008; }
    form { max-width: 300px; margin: 0 auto; padding: 20px; border-radius: 9px; box-shadow: 0 2px 8px #0008; }
    time { font-style: italic; opacity: .6; color: gray; margin-left: 8px; }
    h1::after, h2::after { content: ""; display: block; width: 60px; border-bottom: 3px solid; }
    label::after { content: ":"; } p::before { content: "¶"; }`,
  'tables and buttons of a size': `
    table { min-width: 900px; max-width: 1000px; border-radius: 8px; box-shadow: 0 0 8px #0008; }
    tr { height: 80px; opacity: .9; } td, th { min-width: 100px; width: 25%; position: relative; border-radius: 6px; }
    button { width: 100%; height: 50px; max-width: 90px; opacity: .8; float: left; transform: scale(1.1); }`,
  'icons of its own': `
    svg { min-width: 24px; max-height: 24px; opacity: .7; position: relative; top: 2px; }
    svg path { fill: currentColor; stroke: red; stroke-width: 3; }`,
  'displays of tables': `table { display: block; overflow-x: auto; max-width: 100%; table-layout: auto; } thead, tbody { display: block; } th, td { white-space: pre; overflow: visible; text-overflow: clip; }`,
  'displays of parts': `section { display: grid; gap: 20px; grid-template-columns: 1fr 1fr; } aside { display: grid; gap: 9px; } header { display: flex; justify-content: space-between; flex-direction: row-reverse; flex-wrap: wrap; gap: 30px; align-items: end; } form { display: grid; gap: 9px; } search { display: flex; flex-direction: column; gap: 9px; } nav { display: flex; gap: 30px; }`,
  'displays of controls': `label { display: flex; flex-direction: column; align-items: center; gap: 20px; } button { display: inline-flex; flex-direction: column; gap: 20px; white-space: normal; overflow: hidden; flex: 1; order: 2; align-self: stretch; text-overflow: ellipsis; justify-content: start; align-items: end; vertical-align: top; } input { flex: 1; display: block; width: 100%; text-align: right; }`,
  'displays of texts': `ul, ol { display: flex; gap: 30px; flex-wrap: wrap; columns: 2; } li { display: inline-block; flex: 1; } h1, h2, h3 { display: inline-block; overflow: hidden; max-height: 20px; text-overflow: ellipsis; white-space: nowrap; } p { display: inline; columns: 2; overflow: hidden; } time { display: block; } dl { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; } dt, dd { display: inline; }`,
  'marks in texts': `em, i { font-size: 30px; } small { font-size: 8px; } kbd { padding: 4px; border: 1px solid; background: #eee; font: 20px monospace; box-shadow: 0 1px 0 #000; } mark { background: red; } abbr { text-decoration: underline dotted; letter-spacing: 3px; } a { color: red; font-weight: 700; border-bottom: 1px solid; padding: 2px; display: inline-block; }`,
  placeholders: `::placeholder { color: red; font-style: italic; opacity: .3; letter-spacing: 3px; } input::placeholder { font-size: 20px; }`,
  'logical properties': `button, input, p, h1, h2, h3, ul, li, section, header, table, td, th { margin-block: 1em; margin-inline: 1em; padding-block: 1em; padding-inline: 1em; border-block: 2px solid red; inset-inline-start: 4px; }`,
  effects: `button, section, header, aside, svg, h1, h2, p, td, tr, input, label { filter: grayscale(1); backdrop-filter: blur(2px); mix-blend-mode: multiply; clip-path: inset(2px); mask: none; perspective: 100px; contain: paint; will-change: transform; rotate: 1deg; scale: 1.1; translate: 2px 2px; zoom: 1.1; outline: 2px solid red; }`,
}

/** Rules of hosts for words. They reach words inside of a sentence of ours, and not the name of a tab or a filter. */
export const wordSheet = `span, bdi, time { display: block; margin: 4px; padding: 4px; border: 1px solid red; color: red; font: italic 20px/2 serif; letter-spacing: 3px; text-transform: uppercase; position: relative; top: 2px; float: left; opacity: .7; background: yellow; width: 50px; }`
