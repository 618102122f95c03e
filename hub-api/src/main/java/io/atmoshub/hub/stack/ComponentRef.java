package io.atmoshub.hub.stack;

/// Which component: the stack it is in, its type, such as `terraform`, and its name.
public record ComponentRef(String stack, String type, String component) {
    @Override
    public String toString() {
        return component + " in " + stack;
    }
}
