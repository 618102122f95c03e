// Terraform's language for the highlighter, which does not know it.
hljs.registerLanguage("hcl", (hljs) => {
  const interpolation = {
    className: "subst",
    begin: /[$%]\{/,
    end: /\}/,
    keywords: "for in if else endif endfor true false null",
  };
  const string = { className: "string", begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE, interpolation] };
  interpolation.contains = [string, hljs.C_NUMBER_MODE];
  return {
    name: "HCL",
    aliases: ["terraform", "tf", "tfvars"],
    keywords: {
      keyword: "resource data variable output module provider terraform locals moved import check dynamic for in if",
      literal: "true false null",
      built_in: "var local each count path self",
    },
    contains: [
      hljs.HASH_COMMENT_MODE,
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { className: "string", begin: /<<-?\s*(\w+)/, end: /^\s*\w+$/, contains: [interpolation] },
      string,
      { className: "attr", begin: /^\s*[\w-]+(?=\s*=(?!=))/ },
      { className: "title function_", begin: /[a-z_]\w*(?=\()/ },
      hljs.C_NUMBER_MODE,
    ],
  };
});
