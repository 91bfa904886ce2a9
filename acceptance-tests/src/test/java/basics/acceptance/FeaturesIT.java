package basics.acceptance;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All features, as {@code junit-platform.properties} sets them up. */
@Suite
@IncludeEngines("features")
@SelectPackages("features")
class FeaturesIT {}
