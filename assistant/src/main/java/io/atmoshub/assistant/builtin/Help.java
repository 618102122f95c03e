package io.atmoshub.assistant.builtin;

/// What the built-in assistant can do, in its own words.
final class Help {
    static final String TEXT = """
            This is what I understand:

            - **Overview**: "What is in this project?"
            - **Inventory**: "Which components and stacks are there?"
            - **A component**: "What does the vpc component do?"
            - **Stacks**: "What stacks are there?", "Describe vpc in acme-prod-ue1", "What depends on vpc?", \
            "Why is retention 35 in acme-prod-ue1?", "Check the stacks", "Which workflows are there?"
            - **A file**: "Show stacks/catalog/vpc.yaml", "Explain atmos.yaml"
            - **Search**: "Where is instance_class set?", "Find ManagedBy"
            - **Versions**: "Which tool versions does this project use?"
            - **Differences**: "What differs between dev and prod for platform?"
            - **Writing**: "Write a note to docs/notes.md: call the bakery first", "Add … to ATMOS.md". \
            I ask before I write, and only this session's copy changes.
            - **Remembering**: "Remember that dev has one NAT gateway", which proposes a line for the project's memory

            With anything else I search for your words. For free conversation, ask your admin to configure a model.
            """;

    private Help() {}
}
