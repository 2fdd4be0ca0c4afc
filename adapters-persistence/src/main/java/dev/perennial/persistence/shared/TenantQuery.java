package dev.perennial.persistence.shared;

import dev.perennial.persistence.shared.RenderedSql.Rendered;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** A query about a tenant as a whole, rendered once. One instance for each statement. */
public final class TenantQuery {

    private final Body body;

    private TenantQuery(Body body) {
        this.body = body;
    }

    /**
     * A query.
     *
     * @param body the query; it has to use the tenant once
     */
    public static TenantQuery of(Body body) {
        return new TenantQuery(body);
    }

    /** Makes the query out of its parameter. */
    @FunctionalInterface
    public interface Body {
        Select<?> of(DSLContext dsl, Field<Integer> tenant);
    }

    Rendered render(DSLContext renderer) {
        return Rendered.of(body.of(renderer, DSL.val(null, Integer.class)));
    }
}
