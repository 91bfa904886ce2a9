package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

class CostsTest {

    private final Costs costs = new Costs();

    @Test
    void shouldTellTheReadUnitsOfARequest() {
        costs.learn("Authorize a-1 INFO operation=Authorize subject=tests status=allowed reason=scope duration_ms=35");
        costs.learn("ListUsers a-1 INFO operation=ListUsers request_id=a-1 subject=tests read_units=25.5 "
                + "write_units=0.0 status=200 duration_ms=4");

        assertThat(costs.reads("a-1")).contains(new BigDecimal("25.5"));
        assertThat(costs.reads("a-2")).isEmpty();
    }
}
