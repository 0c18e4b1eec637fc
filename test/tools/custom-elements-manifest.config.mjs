// The manifest of the elements, for editors and documentation: dist/custom-elements.json.

/**
 * `dispatchEvent(new ViewRequestEvent(…))` makes a second, nameless entry beside the documented one; and what starts
 * with `_` or `#`, or is Lit's own, is no part of the public face.
 */
const publicFace = {
  name: 'public-face',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.events) declaration.events = declaration.events.filter(({name}) => name);
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
  },
};

const ofLit = new Set(['styles', 'properties', 'shadowRootOptions', 'formAssociated', 'createRenderRoot']);

const isPublic = ({name, privacy, static: isStatic}) =>
  !/^[#_]/.test(name) && privacy !== 'private' && privacy !== 'protected' && !(isStatic && ofLit.has(name));

export default {
  globs: ['src/elements/*.ts', 'src/dom/events.ts'],
  litelement: true,
  packagejson: false,
  outdir: 'dist',
  plugins: [publicFace],
};
