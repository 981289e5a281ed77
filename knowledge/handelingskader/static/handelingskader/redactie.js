/* Shows the mark "niet openbaar" in Wagtail's editor. An existing mark can be kept or deleted as a whole, not typed over. */
(() => {
  const { React, draftail } = window;
  const Redactie = ({ entityKey, contentState, children }) => {
    const { grond, regel } = contentState.getEntity(entityKey).getData();
    return React.createElement(
      "span",
      { className: "rk-admin-redactie", title: `Woo 5.1, lid 2, ${grond} (bron r. ${regel})` },
      children,
    );
  };
  draftail.registerPlugin({ type: "REDACTIE", source: null, decorator: Redactie }, "entityTypes");
})();
