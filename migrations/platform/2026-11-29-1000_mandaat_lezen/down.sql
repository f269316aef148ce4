REVOKE SELECT (uitvoeringsvorm) ON gemeente FROM platform_opdrachtgever;
