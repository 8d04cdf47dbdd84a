// No user-visible string in markup: text, and the attributes that are read out or
// shown, come from the message catalogue.

const SHOWN = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);
const hasLetter = (text) => /\p{L}/u.test(text);

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    docs: { description: "User-visible strings come from messages/en.json" },
    messages: { text: "Put this text into messages/en.json and show it with m.key()." },
    schema: [],
  },
  create(context) {
    /** Strings inside a mustache: `{"text"}`, `{on ? "a" : "b"}`. */
    function literals(node, found = []) {
      if (!node) return found;
      if (node.type === "Literal" && typeof node.value === "string") found.push([node, node.value]);
      if (node.type === "TemplateLiteral")
        for (const part of node.quasis) found.push([part, part.value.cooked ?? ""]);
      if (node.type === "ConditionalExpression") {
        literals(node.consequent, found);
        literals(node.alternate, found);
      }
      if (node.type === "LogicalExpression") {
        literals(node.left, found);
        literals(node.right, found);
      }
      return found;
    }
    const refuse = (found) => {
      for (const [node, text] of found)
        if (hasLetter(text)) context.report({ node, messageId: "text" });
    };
    const inMarkup = (node) =>
      node.parent?.type !== "SvelteStyleElement" && node.parent?.type !== "SvelteScriptElement";
    return {
      SvelteText(node) {
        if (inMarkup(node)) refuse([[node, node.value]]);
      },
      SvelteMustacheTag(node) {
        if (!/Attribute|Directive/.test(node.parent?.type ?? "")) refuse(literals(node.expression));
      },
      SvelteAttribute(node) {
        if (!SHOWN.has(node.key.name)) return;
        for (const value of node.value) {
          if (value.type === "SvelteLiteral") refuse([[value, value.value]]);
          if (value.type === "SvelteMustacheTag") refuse(literals(value.expression));
        }
      },
    };
  },
};
